ALTER TABLE "consignment"."consignments" ADD COLUMN "phone_key" text;--> statement-breakpoint
ALTER TABLE "risk"."value_bands" ADD COLUMN "histogram" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "clearances_selected" ON "clearance"."clearances" USING btree ("received_on","office_id") WHERE selection_reason <> 'none' or examination_outcome <> 'none';--> statement-breakpoint
CREATE INDEX "consignments_phone" ON "consignment"."consignments" USING btree ("phone_key","received_on") WHERE phone_key is not null;--> statement-breakpoint
CREATE INDEX "consignments_scheme" ON "consignment"."consignments" USING btree ("scheme_id","received_on","office_id") WHERE scheme_id is not null;