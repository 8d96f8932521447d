ALTER TABLE "risk"."profile_list_editions" ADD COLUMN "authors" uuid[];--> statement-breakpoint
-- Whoever saved an edition since the one in force wrote at it; what was decided before this was known keeps who saved it.
UPDATE "risk"."profile_list_editions" e SET "authors" = CASE WHEN e."decided_by" IS NOT NULL THEN ARRAY[e."saved_by"] ELSE ARRAY(
	SELECT DISTINCT o."saved_by" FROM "risk"."profile_list_editions" o
	WHERE o."list_key" = e."list_key" AND o."edition" <= e."edition" AND o."edition" > COALESCE((
		SELECT max(f."edition") FROM "risk"."profile_list_editions" f
		WHERE f."list_key" = e."list_key" AND f."edition" < e."edition" AND f."decided_by" IS NOT NULL AND f."state" <> 'refused'), 0)) END;--> statement-breakpoint
ALTER TABLE "risk"."profile_list_editions" ALTER COLUMN "authors" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "risk"."profile_list_editions" ADD CONSTRAINT "profile_list_editions_four_eyes" CHECK (saved_by = any(authors) and (decided_by is null or decided_by <> all(authors)));