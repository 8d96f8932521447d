CREATE SCHEMA "partnership";
--> statement-breakpoint
CREATE TABLE "partnership"."memoranda" (
	"memorandum_id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid,
	"agency_id" text,
	"title" text NOT NULL,
	"subject" text NOT NULL,
	"legal_basis" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_by_name" text,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "memoranda_subject" CHECK (subject in ('peer_figures', 'named_persons')),
	CONSTRAINT "memoranda_one_side" CHECK ((partner_id is null) <> (agency_id is null)),
	CONSTRAINT "memoranda_period" CHECK (valid_to > valid_from),
	CONSTRAINT "memoranda_ended_whole" CHECK ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
--> statement-breakpoint
CREATE TABLE "partnership"."resolution_actions" (
	"action_id" uuid PRIMARY KEY NOT NULL,
	"place" text NOT NULL,
	"title" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by_name" text NOT NULL,
	"row_version" integer NOT NULL,
	CONSTRAINT "resolution_actions_state" CHECK (state in ('open', 'done', 'dropped')),
	CONSTRAINT "resolution_actions_place" CHECK (place in ('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11', 's12', 's13', 's14', 's15', 'dq'))
);
--> statement-breakpoint
CREATE TABLE "partnership"."trust_statuses" (
	"status_id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"draw_percent" integer NOT NULL,
	"valid_to" date NOT NULL,
	"figures" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"ended_by" uuid,
	"ended_by_name" text,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "trust_statuses_level" CHECK (level in ('reliable', 'authorised')),
	CONSTRAINT "trust_statuses_state" CHECK (state in ('proposed', 'granted', 'rejected', 'suspended', 'replaced')),
	CONSTRAINT "trust_statuses_draw" CHECK (draw_percent between 20 and 100),
	CONSTRAINT "trust_statuses_other_person" CHECK (decided_by is null or decided_by <> proposed_by),
	CONSTRAINT "trust_statuses_decided_whole" CHECK ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
	CONSTRAINT "trust_statuses_ended_whole" CHECK ((state in ('suspended', 'replaced')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)
        and (state <> 'suspended' or end_reason is not null))
);
--> statement-breakpoint
CREATE TABLE "statistics"."partner_months" (
	"partner_id" uuid NOT NULL,
	"month" date NOT NULL,
	"consignments" integer NOT NULL,
	"before_arrival" integer NOT NULL,
	"complete" integer NOT NULL,
	"vague" integer NOT NULL,
	"coded" integer NOT NULL,
	"refused" integer NOT NULL,
	"selected" integer NOT NULL,
	"amended_after" integer NOT NULL,
	"asked" integer NOT NULL,
	"answered" integer NOT NULL,
	"answered_in_time" integer NOT NULL,
	"answer_seconds" bigint NOT NULL,
	"to_present" integer NOT NULL,
	"presented" integer NOT NULL,
	"examined" integer NOT NULL,
	"findings" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_months_partner_id_month_pk" PRIMARY KEY("partner_id","month")
);
--> statement-breakpoint
ALTER TABLE "risk"."selections" ADD COLUMN "trust_level" text;--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD COLUMN "scopes" text[] DEFAULT '{send,read,answer}' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partnership"."memoranda" ADD CONSTRAINT "memoranda_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership"."memoranda" ADD CONSTRAINT "memoranda_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "identity"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership"."trust_statuses" ADD CONSTRAINT "trust_statuses_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "memoranda_partner" ON "partnership"."memoranda" USING btree ("partner_id","subject") WHERE partner_id is not null;--> statement-breakpoint
CREATE INDEX "memoranda_agency" ON "partnership"."memoranda" USING btree ("agency_id","subject") WHERE agency_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "trust_statuses_granted" ON "partnership"."trust_statuses" USING btree ("partner_id") WHERE state = 'granted';--> statement-breakpoint
CREATE UNIQUE INDEX "trust_statuses_proposed" ON "partnership"."trust_statuses" USING btree ("partner_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "trust_statuses_partner" ON "partnership"."trust_statuses" USING btree ("partner_id","proposed_at");--> statement-breakpoint
CREATE INDEX "partner_months_month" ON "statistics"."partner_months" USING btree ("month");