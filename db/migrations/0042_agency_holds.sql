CREATE TABLE "identity"."agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"controls" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clearance"."hold_answers" (
	"consignment_id" uuid NOT NULL,
	"hold_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"verdict" text NOT NULL,
	"conditions" text,
	"words" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_by_name" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hold_answers_consignment_id_hold_id_number_pk" PRIMARY KEY("consignment_id","hold_id","number"),
	CONSTRAINT "hold_answers_verdict" CHECK (verdict in ('approve', 'refuse', 'examine'))
);
--> statement-breakpoint
ALTER TABLE "identity"."users" DROP CONSTRAINT "users_role_known";--> statement-breakpoint
ALTER TABLE "identity"."users" ADD COLUMN "agency_id" text;--> statement-breakpoint
ALTER TABLE "clearance"."holds" ADD COLUMN "item_numbers" integer[];--> statement-breakpoint
ALTER TABLE "clearance"."holds" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clearance"."holds" ADD COLUMN "agency_id" text;--> statement-breakpoint
ALTER TABLE "clearance"."holds" ADD COLUMN "verdict" text;--> statement-breakpoint
ALTER TABLE "clearance"."holds" ADD COLUMN "answer_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."users" ADD CONSTRAINT "users_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "identity"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holds_agency_open" ON "clearance"."holds" USING btree ("agency_id","due_at","hold_id") WHERE agency_id is not null and lifted_at is null;--> statement-breakpoint
CREATE INDEX "holds_agency" ON "clearance"."holds" USING btree ("agency_id","placed_at","hold_id") WHERE agency_id is not null;--> statement-breakpoint
ALTER TABLE "identity"."users" ADD CONSTRAINT "users_agency_bound" CHECK ((role = 'agency') = (agency_id is not null));--> statement-breakpoint
ALTER TABLE "identity"."users" ADD CONSTRAINT "users_role_known" CHECK (role in ('officer', 'supervisor', 'risk_manager', 'analyst', 'partner', 'agency', 'auditor', 'admin'));--> statement-breakpoint
ALTER TABLE "clearance"."holds" ADD CONSTRAINT "holds_agency_due" CHECK (agency_id is null or due_at is not null);