CREATE TABLE "policy"."codes" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"revision" smallint DEFAULT 0 NOT NULL,
	"valid_to" date,
	"value" jsonb NOT NULL,
	"source" text NOT NULL,
	"edition" text NOT NULL,
	"load_id" uuid,
	CONSTRAINT "codes_kind_key_valid_from_revision_pk" PRIMARY KEY("kind","key","valid_from","revision")
);
--> statement-breakpoint
CREATE TABLE "policy"."load_chunks" (
	"load_id" uuid NOT NULL,
	"chunk_number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "load_chunks_load_id_chunk_number_pk" PRIMARY KEY("load_id","chunk_number")
);
--> statement-breakpoint
CREATE TABLE "policy"."loads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"layout" text NOT NULL,
	"series" text,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"edition" text NOT NULL,
	"source" text NOT NULL,
	"valid_from" date NOT NULL,
	"status" text NOT NULL,
	"preview" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"previewed_at" timestamp with time zone NOT NULL,
	"previewed_by" text NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text
);
--> statement-breakpoint
-- Listed names move to the dated codes; the invented list of the demo is the only one there can be.
INSERT INTO "policy"."codes" ("kind", "key", "valid_from", "valid_to", "value", "source", "edition")
SELECT 'denied_party', "list" || '/' || "entry_id", "valid_from", "valid_to",
  jsonb_build_object('name', "name", 'type', 'unknown', 'aliases', '[]'::jsonb, 'countries', to_jsonb(array_remove(array["country"], null)), 'programs', '[]'::jsonb),
  "source", 'demo'
FROM "risk"."denied_parties" ON CONFLICT DO NOTHING;--> statement-breakpoint
DROP TABLE "risk"."denied_parties" CASCADE;--> statement-breakpoint
ALTER TABLE "policy"."parameters" ADD COLUMN "revision" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "policy"."parameters" DROP CONSTRAINT "parameters_kind_key_valid_from_pk";--> statement-breakpoint
ALTER TABLE "policy"."parameters" ADD CONSTRAINT "parameters_kind_key_valid_from_revision_pk" PRIMARY KEY("kind","key","valid_from","revision");--> statement-breakpoint
ALTER TABLE "policy"."parameters" ADD COLUMN "load_id" uuid;--> statement-breakpoint
CREATE INDEX "loads_by_time" ON "policy"."loads" USING btree ("previewed_at" DESC NULLS FIRST,"id");