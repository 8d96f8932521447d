ALTER TABLE "risk"."selections" ADD COLUMN "floor" text;
