CREATE TABLE "intake"."sandbox_answers" (
	"partner_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"idempotency_key" text,
	"sha256" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"records" integer NOT NULL,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "sandbox_answers_partner_id_submission_id_pk" PRIMARY KEY("partner_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD COLUMN "kind" text DEFAULT 'live' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sandbox_answers_by_key" ON "intake"."sandbox_answers" USING btree ("partner_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "sandbox_answers_newest" ON "intake"."sandbox_answers" USING btree ("partner_id","received_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sandbox_answers_expiry" ON "intake"."sandbox_answers" USING btree ("expires_at");