ALTER TABLE "policy"."simulation_charges" ADD COLUMN "vendor_was" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "vendor_simulated" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "low_value_was" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "low_value_simulated" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "reduced_was" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "reduced_simulated" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "standard_was" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "standard_simulated" bigint DEFAULT 0 NOT NULL;