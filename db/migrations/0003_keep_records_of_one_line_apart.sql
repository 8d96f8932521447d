DROP INDEX "intake"."quarantined_by_line";--> statement-breakpoint
ALTER TABLE "identity"."partners" ADD COLUMN "default_channel" text;--> statement-breakpoint
CREATE INDEX "consignments_mrn" ON "consignment"."consignments" USING btree ("mrn") WHERE mrn is not null;