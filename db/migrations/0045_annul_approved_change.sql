ALTER TABLE "policy"."change_decisions" ADD COLUMN "ended_until" date;--> statement-breakpoint
ALTER TABLE "policy"."changes" ADD COLUMN "annuls" uuid;