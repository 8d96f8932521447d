CREATE TABLE "statistics"."checked_days" (
	"day" date PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"consignments" integer NOT NULL,
	"differences" integer NOT NULL,
	"disagreeing_cubes" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics"."remarks" (
	"remark_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL,
	"offices" text[] NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "remarks_day" ON "statistics"."remarks" USING btree ("day");--> statement-breakpoint
CREATE INDEX "remarks_of_owner" ON "statistics"."remarks" USING btree ("owner_id");