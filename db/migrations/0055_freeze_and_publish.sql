CREATE SCHEMA "publication";
--> statement-breakpoint
CREATE TABLE "publication"."releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"release_at" timestamp with time zone NOT NULL,
	"note" text NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_by_name" text NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_by_name" text,
	"reason" text,
	"published_at" timestamp with time zone,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "releases_state" CHECK (state in ('prepared', 'approved', 'published', 'refused', 'withdrawn')),
	CONSTRAINT "releases_second_person" CHECK (decided_by is null or decided_by <> prepared_by),
	CONSTRAINT "releases_published" CHECK ((published_at is null) = (state <> 'published'))
);
--> statement-breakpoint
CREATE TABLE "publication"."vintage_cells" (
	"month" text NOT NULL,
	"number" integer NOT NULL,
	"dataset" text NOT NULL,
	"row_member" text NOT NULL,
	"column_member" text NOT NULL,
	"figures" text[] NOT NULL,
	"told" text[],
	"standing" text NOT NULL,
	"finding" jsonb,
	CONSTRAINT "vintage_cells_month_number_dataset_row_member_column_member_pk" PRIMARY KEY("month","number","dataset","row_member","column_member"),
	CONSTRAINT "vintage_cells_standing" CHECK (standing in ('shown', 'hidden', 'held')),
	CONSTRAINT "vintage_cells_told" CHECK ((told is null) = (standing = 'hidden'))
);
--> statement-breakpoint
CREATE TABLE "publication"."vintages" (
	"month" text NOT NULL,
	"number" integer NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"definitions_version" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"administration" text NOT NULL,
	"currency" text NOT NULL,
	"minor_digits" integer NOT NULL,
	"office_ids" text[] NOT NULL,
	"coverage" jsonb NOT NULL,
	"kept" jsonb NOT NULL,
	CONSTRAINT "vintages_month_number_pk" PRIMARY KEY("month","number")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "releases_standing" ON "publication"."releases" USING btree ("month","number") WHERE state in ('prepared', 'approved', 'published');--> statement-breakpoint
CREATE INDEX "releases_due" ON "publication"."releases" USING btree ("release_at") WHERE state = 'approved';--> statement-breakpoint
CREATE INDEX "releases_published" ON "publication"."releases" USING btree ("published_at") WHERE state = 'published';