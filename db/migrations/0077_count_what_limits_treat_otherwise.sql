ALTER TABLE "policy"."simulation_charges" ADD COLUMN "vendor_was" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "vendor_simulated" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "low_value_was" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "low_value_simulated" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "reduced_was" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "reduced_simulated" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "standard_was" bigint;--> statement-breakpoint
ALTER TABLE "policy"."simulation_charges" ADD COLUMN "standard_simulated" bigint;--> statement-breakpoint
-- A simulation on its way would have these of its rest alone: it begins anew, and what it found so far goes with the place it stood at.
DELETE FROM "policy"."simulation_charges" WHERE "simulation_id" IN (SELECT "id" FROM "policy"."simulations" WHERE "state" IN ('waiting', 'running'));--> statement-breakpoint
DELETE FROM "policy"."simulation_controls" WHERE "simulation_id" IN (SELECT "id" FROM "policy"."simulations" WHERE "state" IN ('waiting', 'running'));--> statement-breakpoint
UPDATE "policy"."simulations" SET "state" = 'waiting', "phase" = 'charges', "next_on" = "from_on", "after_key" = '', "to_look" = 0, "looked" = 0, "charged" = 0,
  "unrepeated" = 0, "reselected" = 0, "unrepeated_controls" = 0, "work_ms" = 0, "attempts" = 0 WHERE "state" IN ('waiting', 'running');