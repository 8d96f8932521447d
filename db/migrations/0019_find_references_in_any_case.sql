DROP INDEX "consignment"."consignments_house_ref";--> statement-breakpoint
CREATE INDEX "consignments_house_ref_folded" ON "consignment"."consignments" USING btree (lower(house_ref)) WHERE house_ref is not null;--> statement-breakpoint
CREATE INDEX "identities_reference_folded" ON "consignment"."identities" USING btree (lower(reference));