CREATE TABLE "statistics"."anomalies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"office_ids" text[] NOT NULL,
	"watched" text NOT NULL,
	"member" text NOT NULL,
	"kind" text NOT NULL,
	"observed" integer NOT NULL,
	"expected" double precision NOT NULL,
	"low" integer NOT NULL,
	"high" integer NOT NULL,
	"score" double precision NOT NULL,
	"behind" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	"acknowledged_by_name" text,
	"note" text,
	CONSTRAINT "anomalies_watched" CHECK (watched in ('all', 'marketplace', 'origin', 'chapter')),
	CONSTRAINT "anomalies_kind" CHECK (kind in ('jump', 'fall', 'appears')),
	CONSTRAINT "anomalies_acknowledged" CHECK ((acknowledged_at is null) = (acknowledged_by is null))
);
--> statement-breakpoint
CREATE TABLE "statistics"."judged_days" (
	"day" date PRIMARY KEY NOT NULL,
	"judged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- Hand-written order: the column before the key that holds it. Cubes leave the hour out; in the finest one it was not kept yet.
ALTER TABLE "statistics"."cells" ADD COLUMN "hour" text DEFAULT '*' NOT NULL;--> statement-breakpoint
UPDATE "statistics"."cells" SET "hour" = '-' WHERE "cube" = 'fine';--> statement-breakpoint
ALTER TABLE "statistics"."cells" ALTER COLUMN "hour" SET DEFAULT '-';--> statement-breakpoint
ALTER TABLE "statistics"."contributions" ADD COLUMN "hour" text DEFAULT '-' NOT NULL;--> statement-breakpoint
ALTER TABLE "statistics"."cells" DROP CONSTRAINT "cells_cube_day_office_id_channel_lane_selection_reason_release_category_outcome_examination_release_bucket_chapter_heading_origin_dispatch_marketplace_collection_model_transaction_type_value_band_pk";--> statement-breakpoint
ALTER TABLE "statistics"."cells" ADD CONSTRAINT "cells_cube_day_office_id_channel_lane_selection_reason_release_category_outcome_examination_release_bucket_chapter_heading_origin_dispatch_marketplace_collection_model_transaction_type_value_band_hour_pk" PRIMARY KEY("cube","day","office_id","channel","lane","selection_reason","release_category","outcome","examination","release_bucket","chapter","heading","origin","dispatch","marketplace","collection_model","transaction_type","value_band","hour");--> statement-breakpoint
CREATE INDEX "anomalies_day" ON "statistics"."anomalies" USING btree ("day" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "anomalies_open" ON "statistics"."anomalies" USING btree ("day" DESC NULLS FIRST,"id") WHERE acknowledged_at is null;
--> statement-breakpoint
-- Hand-written: the new cubes are filled by a job before anything is answered from them; where there is nothing yet, they are whole.
INSERT INTO "statistics"."filled_cubes" ("cube", "filled_at")
SELECT cube, now() FROM unnest(ARRAY['hour', 'hour_release', 'reason_hour', 'lane_hour']) AS cube
WHERE NOT EXISTS (SELECT FROM "statistics"."cells");
