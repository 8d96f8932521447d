DROP INDEX "consignment"."consignments_sender";--> statement-breakpoint
DROP INDEX "consignment"."consignments_recipient";--> statement-breakpoint
DROP INDEX "consignment"."consignments_address";--> statement-breakpoint
DROP INDEX "consignment"."consignments_phone";--> statement-breakpoint
DROP INDEX "consignment"."consignments_scheme";--> statement-breakpoint
CREATE INDEX "consignments_sender" ON "consignment"."consignments" USING btree ("sender_key","received_on","consignment_id","office_id");--> statement-breakpoint
CREATE INDEX "consignments_recipient" ON "consignment"."consignments" USING btree ("recipient_key","received_on","consignment_id","office_id");--> statement-breakpoint
CREATE INDEX "consignments_address" ON "consignment"."consignments" USING btree ("address_key","received_on","consignment_id","office_id");--> statement-breakpoint
CREATE INDEX "consignments_phone" ON "consignment"."consignments" USING btree ("phone_key","received_on","consignment_id","office_id") WHERE phone_key is not null;--> statement-breakpoint
CREATE INDEX "consignments_scheme" ON "consignment"."consignments" USING btree ("scheme_id","received_on","consignment_id","office_id") WHERE scheme_id is not null;