ALTER TABLE "risk"."model_standings" ADD COLUMN "replaced" integer;--> statement-breakpoint
-- Versions promoted before: the one before them that was not rolled back since.
UPDATE "risk"."model_standings" s SET "replaced" = (
  SELECT e."version" FROM "risk"."model_standings" e
  WHERE e."promoted_at" < s."promoted_at" AND e."state" = 'retired' AND NOT EXISTS (
    SELECT 1 FROM "audit"."log" l
    WHERE l."subject_type" = 'model' AND l."action" = 'model.roll_back' AND l."subject_id" = e."version"::text AND l."at" > e."promoted_at")
  ORDER BY e."promoted_at" DESC LIMIT 1)
WHERE s."promoted_at" IS NOT NULL;
