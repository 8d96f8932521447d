ALTER TABLE "clearance"."clearances" ADD COLUMN "answered_also_for" uuid[];--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "within_offices" text[];--> statement-breakpoint
CREATE INDEX "clearances_answered_also" ON "clearance"."clearances" USING gin ("answered_also_for") WHERE answered_also_for is not null;