ALTER TABLE "risk"."profile_facts" ADD COLUMN "sender_consignments_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "sender_value_minor_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "recipient_consignments_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "recipient_value_minor_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "address_consignments_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "address_value_minor_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "marketplace_consignments_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "marketplace_consignments_7d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "marketplace_consignments_30d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "marketplace_value_minor_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "marketplace_value_minor_7d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "marketplace_value_minor_30d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "scheme_consignments_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "scheme_consignments_7d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "scheme_value_minor_1d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "scheme_value_minor_7d" bigint;--> statement-breakpoint
ALTER TABLE "risk"."profile_facts" ADD COLUMN "scheme_value_minor_30d" bigint;