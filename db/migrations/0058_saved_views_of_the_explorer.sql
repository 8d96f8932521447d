CREATE TABLE "statistics"."views" (
	"view_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"offices" text[] NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "views_of_owner" ON "statistics"."views" USING btree ("owner_id","name");