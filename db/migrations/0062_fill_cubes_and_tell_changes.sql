CREATE TABLE "publication"."looks" (
	"month" text PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication"."vintage_facts" (
	"month" text NOT NULL,
	"dataset" text NOT NULL,
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"row_member" text NOT NULL,
	"column_member" text NOT NULL,
	"held" bigint[] NOT NULL,
	CONSTRAINT "vintage_facts_pk" PRIMARY KEY("month","dataset","consignment_id","row_member","column_member")
);
--> statement-breakpoint
CREATE TABLE "statistics"."filled_cubes" (
	"cube" text PRIMARY KEY NOT NULL,
	"reached_on" date,
	"filled_at" timestamp with time zone
);
--> statement-breakpoint
-- Hand-written: cubes that were kept before are whole. Those that came later are filled by a job before anything is answered from them;
-- where there is nothing yet, every cube is whole.
INSERT INTO "statistics"."filled_cubes" ("cube", "filled_at")
SELECT cube, now() FROM unnest(ARRAY['total', 'examination', 'release', 'marketplace', 'origin', 'chapter', 'marketplace_release',
  'marketplace_examination', 'lane_marketplace', 'origin_release', 'origin_examination', 'lane_origin', 'lane_clearance',
  'chapter_release', 'chapter_examination', 'lane_chapter', 'origin_marketplace', 'chapter_marketplace', 'origin_chapter', 'fine']) AS cube
UNION ALL
SELECT cube, now() FROM unnest(ARRAY['sample', 'duties', 'heading', 'origin_dispatch', 'origin_band', 'marketplace_band', 'chapter_band',
  'origin_outcome', 'marketplace_outcome']) AS cube
WHERE NOT EXISTS (SELECT FROM "statistics"."cells");
