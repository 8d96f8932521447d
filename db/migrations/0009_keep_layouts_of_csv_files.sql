CREATE TABLE "intake"."csv_layouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"edition" integer NOT NULL,
	"layout" jsonb NOT NULL,
	"is_retired" boolean DEFAULT false NOT NULL,
	"submission_id" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_by_name" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "layout_id" uuid;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD COLUMN "reads_again" uuid;--> statement-breakpoint
ALTER TABLE "intake"."csv_layouts" ADD CONSTRAINT "csv_layouts_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "csv_layouts_edition" ON "intake"."csv_layouts" USING btree ("partner_id","fingerprint","edition");--> statement-breakpoint
CREATE INDEX "submissions_read_again" ON "intake"."submissions" USING btree ("reads_again") WHERE reads_again is not null;