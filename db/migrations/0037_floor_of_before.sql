-- Apart from the column: whoever reads selections meanwhile waits for no row of this.
-- What is kept already: a mandatory control was given whatever the slots, papers for a profile, examination for anything else.
UPDATE "risk"."selections" SET "floor" = CASE WHEN "control" = 'documents' THEN 'yellow' ELSE 'red' END WHERE "outcome" = 'mandatory';--> statement-breakpoint
-- Goods that a profile selected for documents and that worth gave a scan or an examination fall back on their papers.
UPDATE "risk"."selections" s SET "floor" = 'yellow'
FROM "risk"."profile_hits" h JOIN "risk"."profile_versions" v ON v."profile_id" = h."profile_id" AND v."version" = h."version"
WHERE s."outcome" = 'ranked' AND h."consignment_id" = s."consignment_id" AND h."received_on" = s."received_on"
  AND h."consignment_version" = s."version" AND h."mode" = 'active' AND h."kept_back" IS NULL
  AND v."content" #>> '{effect,kind}' = 'lane' AND v."content" #>> '{effect,lane}' = 'yellow';
