CREATE TABLE "identity"."parcel_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference_key" text NOT NULL,
	"address_key" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "parcel_questions_reference" ON "identity"."parcel_questions" USING btree ("reference_key","asked_at");--> statement-breakpoint
CREATE INDEX "parcel_questions_address" ON "identity"."parcel_questions" USING btree ("address_key","asked_at");--> statement-breakpoint
CREATE INDEX "parcel_questions_asked" ON "identity"."parcel_questions" USING btree ("asked_at");