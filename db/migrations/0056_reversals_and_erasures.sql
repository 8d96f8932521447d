CREATE TABLE "clearance"."batch_looks" (
	"batch_id" uuid NOT NULL,
	"looked_by" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "batch_looks_batch_id_looked_by_pk" PRIMARY KEY("batch_id","looked_by")
);
--> statement-breakpoint
ALTER TABLE "clearance"."decisions" DROP CONSTRAINT "decisions_seconded";--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD COLUMN "received_sha256" text;--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD COLUMN "erased_by" uuid;--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD COLUMN "erased_by_name" text;--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD COLUMN "erase_reason" text;--> statement-breakpoint
CREATE INDEX "attachments_content" ON "consignment"."attachments" USING btree ("sha256") WHERE erased_at is null;--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD CONSTRAINT "attachments_erased_whole" CHECK ((erased_at is null) = (erased_by is null) and (erased_at is null) = (erase_reason is null)
        and (erased_at is null or (file_name is null and caption is null)));--> statement-breakpoint
ALTER TABLE "consignment"."attachments" ADD CONSTRAINT "attachments_erase_reason" CHECK (erase_reason is null or erase_reason in ('sent_by_mistake', 'other_consignment', 'not_needed', 'request_of_person', 'order_of_court'));--> statement-breakpoint
ALTER TABLE "clearance"."decisions" ADD CONSTRAINT "decisions_seconded" CHECK ((kind not in ('seize', 'destroy', 'reverse') and second_rule is null) or state not in ('final', 'rejected') or second_by is not null);