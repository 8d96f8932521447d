CREATE TABLE "intake"."submission_offices" (
	"submission_id" uuid NOT NULL,
	"office_id" text NOT NULL,
	CONSTRAINT "submission_offices_submission_id_office_id_pk" PRIMARY KEY("submission_id","office_id")
);
--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "office_id" text;--> statement-breakpoint
CREATE INDEX "submission_offices_by_office" ON "intake"."submission_offices" USING btree ("office_id","submission_id");--> statement-breakpoint
CREATE INDEX "quarantined_open_of_office" ON "intake"."quarantined_records" USING btree ("office_id","quarantined_at" DESC NULLS FIRST,"submission_id","record_number") WHERE state = 'open';--> statement-breakpoint
-- What was sent before belongs to the offices of its consignments and to that of its partner. Which office a refused record names only
-- reading it again would tell: those of before stay with their sender and administrators.
INSERT INTO "intake"."submission_offices" ("submission_id", "office_id")
SELECT DISTINCT v."submission_id", c."office_id"
FROM "consignment"."versions" v
JOIN "consignment"."consignments" c ON c."consignment_id" = v."consignment_id" AND c."received_on" = v."received_on";--> statement-breakpoint
INSERT INTO "intake"."submission_offices" ("submission_id", "office_id")
SELECT s."id", p."default_office_id"
FROM "intake"."submissions" s
JOIN "identity"."partners" p ON p."id" = s."partner_id"
WHERE p."default_office_id" IS NOT NULL
ON CONFLICT DO NOTHING;
