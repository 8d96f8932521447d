CREATE SCHEMA "webhook";
--> statement-breakpoint
CREATE TABLE "intake"."versionless_records" (
	"submission_id" uuid NOT NULL,
	"record_number" integer NOT NULL,
	"reference" text NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "versionless_records_submission_id_record_number_pk" PRIMARY KEY("submission_id","record_number")
);
--> statement-breakpoint
CREATE TABLE "webhook"."attempts" (
	"delivery_id" uuid NOT NULL,
	"claim_number" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"response_status" integer,
	"fault" text,
	"answer" text,
	CONSTRAINT "attempts_delivery_id_claim_number_pk" PRIMARY KEY("delivery_id","claim_number")
);
--> statement-breakpoint
CREATE TABLE "webhook"."deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subscription_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"reference" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"sequence" bigint,
	"body" text,
	"state" text NOT NULL,
	"ordinal" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"claim_number" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook"."subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"url" text NOT NULL,
	"kinds" text[] NOT NULL,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_secret_until" timestamp with time zone,
	"last_sequence" bigint DEFAULT 0 NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "subscriptions_former_whole" CHECK ((former_secret is null) = (former_secret_until is null))
);
--> statement-breakpoint
ALTER TABLE "webhook"."subscriptions" ADD CONSTRAINT "subscriptions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "webhook"."deliveries" USING btree ("subscription_id","due_at","ordinal") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_log" ON "webhook"."deliveries" USING btree ("subscription_id","occurred_at" DESC NULLS FIRST,"ordinal" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "deliveries_subject" ON "webhook"."deliveries" USING btree ("subject_id") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_settled" ON "webhook"."deliveries" USING btree ("settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_url" ON "webhook"."subscriptions" USING btree ("partner_id","url");--> statement-breakpoint
CREATE INDEX "quarantined_reference" ON "intake"."quarantined_records" USING btree ("partner_id","reference") WHERE reference is not null;