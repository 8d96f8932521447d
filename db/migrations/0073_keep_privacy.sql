CREATE SCHEMA "privacy";
--> statement-breakpoint
CREATE TABLE "privacy"."access_requests" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"file_number" text NOT NULL,
	"came_on" date NOT NULL,
	"looked_for_by" text[] NOT NULL,
	"found" integer NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_by_name" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy"."browsing_days" (
	"day" date PRIMARY KEY NOT NULL,
	"judged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy"."erasure_batches" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"erased" integer NOT NULL,
	"policy_version" text NOT NULL,
	"is_repeated" boolean DEFAULT false NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "erasure_batches_kind" CHECK (kind in ('consignments', 'attachments', 'submissions', 'refused_records', 'histories')),
	CONSTRAINT "erasure_batches_some" CHECK (erased > 0)
);
--> statement-breakpoint
CREATE TABLE "privacy"."erasures" (
	"consignment_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasures_consignment_id_batch_id_pk" PRIMARY KEY("consignment_id","batch_id")
);
--> statement-breakpoint
CREATE TABLE "privacy"."legal_holds" (
	"hold_id" uuid PRIMARY KEY NOT NULL,
	"consignment_id" uuid NOT NULL,
	"office_id" text NOT NULL,
	"subject" text NOT NULL,
	"party_key" text,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_by_name" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_by_name" text,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	CONSTRAINT "legal_holds_subject" CHECK (subject in ('consignment', 'sender', 'recipient')),
	CONSTRAINT "legal_holds_party_named" CHECK ((subject = 'consignment') = (party_key is null)),
	CONSTRAINT "legal_holds_lifted_whole" CHECK ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)),
	CONSTRAINT "legal_holds_two_people" CHECK (lifted_by is null or lifted_by <> placed_by)
);
--> statement-breakpoint
CREATE TABLE "privacy"."statements" (
	"consignment_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"came_on" date NOT NULL,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statements_consignment_id_statement_id_pk" PRIMARY KEY("consignment_id","statement_id"),
	CONSTRAINT "statements_kind" CHECK (kind in ('rectification', 'objection'))
);
--> statement-breakpoint
CREATE TABLE "privacy"."unusual_browsing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"user_id" uuid NOT NULL,
	"user_name" text NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"observed" integer NOT NULL,
	"usual" integer NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	"acknowledged_by_name" text,
	"note" text,
	CONSTRAINT "unusual_browsing_kind" CHECK (kind in ('many', 'without_work', 'other_offices')),
	CONSTRAINT "unusual_browsing_acknowledged_whole" CHECK ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (note is null)),
	CONSTRAINT "unusual_browsing_other_person" CHECK (acknowledged_by is null or acknowledged_by <> user_id)
);
--> statement-breakpoint
ALTER TABLE "consignment"."attachments" DROP CONSTRAINT "attachments_erase_reason";--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "bytes_erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "access_requests_time" ON "privacy"."access_requests" USING btree ("answered_at" DESC NULLS FIRST,"request_id");--> statement-breakpoint
CREATE INDEX "erasure_batches_time" ON "privacy"."erasure_batches" USING btree ("erased_at" DESC NULLS FIRST,"batch_id");--> statement-breakpoint
CREATE INDEX "erasure_batches_untold" ON "privacy"."erasure_batches" USING btree ("erased_at") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "erasures_batch" ON "privacy"."erasures" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_holds_in_force" ON "privacy"."legal_holds" USING btree ("consignment_id","subject") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "legal_holds_party" ON "privacy"."legal_holds" USING btree ("party_key") WHERE lifted_at is null and party_key is not null;--> statement-breakpoint
CREATE INDEX "legal_holds_placed" ON "privacy"."legal_holds" USING btree ("placed_at" DESC NULLS FIRST,"hold_id");--> statement-breakpoint
CREATE INDEX "unusual_browsing_day" ON "privacy"."unusual_browsing" USING btree ("day" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "unusual_browsing_open" ON "privacy"."unusual_browsing" USING btree ("day" DESC NULLS FIRST,"id") WHERE acknowledged_at is null;--> statement-breakpoint
CREATE INDEX "parties_email" ON "consignment"."parties" USING btree (lower(email)) WHERE email is not null;--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD CONSTRAINT "attachments_erase_reason" CHECK (erase_reason is null or erase_reason in ('sent_by_mistake', 'other_consignment', 'not_needed', 'request_of_person', 'order_of_court', 'period_over'));