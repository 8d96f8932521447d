CREATE TABLE "policy"."discarded_drafts" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"discarded_at" timestamp with time zone NOT NULL,
	"discarded_by" uuid NOT NULL,
	"discarded_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy"."drafts" (
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"instrument_id" uuid,
	"parts" jsonb NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"reason" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_by_name" text NOT NULL,
	CONSTRAINT "drafts_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "policy"."known_ends" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"revision" smallint NOT NULL,
	"known_until" timestamp with time zone NOT NULL,
	"valid_to" date,
	CONSTRAINT "known_ends_kind_key_valid_from_revision_known_until_pk" PRIMARY KEY("kind","key","valid_from","revision","known_until")
);
--> statement-breakpoint
ALTER TABLE "policy"."change_decisions" DROP CONSTRAINT "change_decisions_verdict";--> statement-breakpoint
ALTER TABLE "policy"."changes" ADD COLUMN "head_id" uuid;--> statement-breakpoint
UPDATE "policy"."changes" SET "head_id" = "id";--> statement-breakpoint
ALTER TABLE "policy"."changes" ALTER COLUMN "head_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."changes" ADD COLUMN "draft_id" uuid;--> statement-breakpoint
ALTER TABLE "policy"."changes" ADD COLUMN "draft_version" integer;--> statement-breakpoint
ALTER TABLE "policy"."parameters" ADD COLUMN "recorded_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
-- What a change or a list brought is known since it was decided or loaded; what an installation began with, since ever.
UPDATE "policy"."parameters" p SET "recorded_at" = coalesce(
  (SELECT d."decided_at" FROM "policy"."change_decisions" d WHERE d."change_id" = p."change_id" AND d."verdict" = 'approve'),
  (SELECT l."settled_at" FROM "policy"."loads" l WHERE l."id" = p."load_id"),
  'epoch'::timestamptz
);--> statement-breakpoint
-- The last day a row had before a change ended it, as it is kept with the decision.
INSERT INTO "policy"."known_ends" ("kind", "key", "valid_from", "revision", "known_until", "valid_to")
SELECT r."kind", r."key", r."valid_from", r."revision", d."decided_at", nullif(d."ended_until", '9999-12-31'::date)
FROM "policy"."changes" c
JOIN "policy"."change_decisions" d ON d."change_id" = c."id"
CROSS JOIN LATERAL (
  SELECT * FROM "policy"."parameters" p
  WHERE p."kind" = c."kind" AND p."key" = c."key" AND p."valid_from" < c."valid_from" AND p."change_id" IS DISTINCT FROM c."id"
    AND (p."valid_to" IS NULL OR p."valid_to" >= p."valid_from")
  ORDER BY p."valid_from" DESC, p."revision" DESC LIMIT 1
) r
WHERE d."verdict" = 'approve' AND d."ended_until" IS NOT NULL AND c."annuls" IS NULL
ON CONFLICT DO NOTHING;--> statement-breakpoint
-- What an annulment took back: the row it ended before its day, and the row that goes on.
INSERT INTO "policy"."known_ends" ("kind", "key", "valid_from", "revision", "known_until", "valid_to")
SELECT p."kind", p."key", p."valid_from", p."revision", d."decided_at", c."valid_to"
FROM "policy"."changes" c
JOIN "policy"."change_decisions" d ON d."change_id" = c."id" AND d."verdict" = 'approve'
JOIN "policy"."parameters" p ON p."change_id" = c."annuls" AND p."valid_to" < p."valid_from"
ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "policy"."known_ends" ("kind", "key", "valid_from", "revision", "known_until", "valid_to")
SELECT e."kind", e."key", e."valid_from", e."revision", d."decided_at", c."valid_from" - 1
FROM "policy"."changes" c
JOIN "policy"."change_decisions" d ON d."change_id" = c."id" AND d."verdict" = 'approve'
JOIN "policy"."change_decisions" o ON o."change_id" = c."annuls"
JOIN "policy"."known_ends" e ON e."kind" = c."kind" AND e."key" = c."key" AND e."known_until" = o."decided_at"
WHERE c."annuls" IS NOT NULL
ON CONFLICT DO NOTHING;--> statement-breakpoint
-- A row that a list ended had no last day until the list was loaded.
INSERT INTO "policy"."known_ends" ("kind", "key", "valid_from", "revision", "known_until", "valid_to")
SELECT p."kind", p."key", p."valid_from", p."revision", min(l."settled_at"), NULL
FROM "policy"."parameters" p
JOIN "policy"."parameters" n ON n."kind" = p."kind" AND n."key" = p."key" AND n."valid_from" = greatest(p."valid_to" + 1, p."valid_from")
JOIN "policy"."loads" l ON l."id" = n."load_id" AND l."settled_at" IS NOT NULL
WHERE p."valid_to" IS NOT NULL AND (p."load_id" IS DISTINCT FROM n."load_id")
GROUP BY p."kind", p."key", p."valid_from", p."revision"
ON CONFLICT DO NOTHING;--> statement-breakpoint
CREATE INDEX "drafts_by_author" ON "policy"."drafts" USING btree ("saved_by");--> statement-breakpoint
CREATE INDEX "changes_by_head" ON "policy"."changes" USING btree ("head_id");--> statement-breakpoint
ALTER TABLE "policy"."change_decisions" ADD CONSTRAINT "change_decisions_verdict" CHECK (verdict in ('approve', 'return', 'refuse', 'withdraw'));