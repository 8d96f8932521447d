CREATE SCHEMA "revenue";
--> statement-breakpoint
CREATE TABLE "revenue"."account_days" (
	"account_id" text NOT NULL,
	"contra_id" text NOT NULL,
	"booked_on" date NOT NULL,
	"kind" text NOT NULL,
	"charge" text NOT NULL,
	"currency" text NOT NULL,
	"debit_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"postings" integer NOT NULL,
	CONSTRAINT "account_days_pk" PRIMARY KEY("account_id","booked_on","contra_id","kind","charge","currency")
);
--> statement-breakpoint
CREATE TABLE "revenue"."accounts" (
	"account_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"partner_id" uuid,
	"scheme_id" text,
	"office_id" text,
	"currency" text NOT NULL,
	"opened_on" date NOT NULL,
	"closed_until" date,
	CONSTRAINT "accounts_kind" CHECK (kind in ('operator', 'intermediary', 'buyer', 'vendor')),
	CONSTRAINT "accounts_holder" CHECK ((partner_id is null) = (scheme_id is not null))
);
--> statement-breakpoint
CREATE TABLE "revenue"."guarantees" (
	"account_id" text NOT NULL,
	"revision" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reference" text NOT NULL,
	"valid_to" date,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "guarantees_account_id_revision_pk" PRIMARY KEY("account_id","revision"),
	CONSTRAINT "guarantees_amount" CHECK (amount_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "revenue"."noted_dues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"consignment_ids" uuid[] NOT NULL,
	"days" date[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revenue"."payment_matches" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"receipt" text NOT NULL,
	"matched_by" uuid NOT NULL,
	"matched_by_name" text NOT NULL,
	"matched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revenue"."payments" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_id" uuid,
	"line" integer,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"paid_on" date NOT NULL,
	"payer" text NOT NULL,
	"reference" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_amount" CHECK (amount_minor > 0),
	CONSTRAINT "payments_source" CHECK (source in ('entered', 'file'))
);
--> statement-breakpoint
CREATE TABLE "revenue"."postings" (
	"subject_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"charge" text NOT NULL,
	"account_id" text NOT NULL,
	"contra_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"booked_on" date NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"ground" text NOT NULL,
	CONSTRAINT "postings_subject_id_posting_id_pk" PRIMARY KEY("subject_id","posting_id"),
	CONSTRAINT "postings_two_sides" CHECK (account_id <> contra_id),
	CONSTRAINT "postings_amount" CHECK (amount_minor <> 0),
	CONSTRAINT "postings_kind" CHECK (kind in ('assessed', 'corrected', 'reversed', 'declared', 'paid', 'repaid', 'secured', 'security_returned', 'security_kept')),
	CONSTRAINT "postings_charge" CHECK (charge in ('duty', 'vat', 'fee', 'found', 'sales', 'relief', 'declared', 'payment', 'security'))
);
--> statement-breakpoint
CREATE TABLE "revenue"."files" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"lines" integer NOT NULL,
	"matched" integer NOT NULL,
	"read_by" uuid NOT NULL,
	"read_by_name" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_kind" CHECK (kind in ('bank', 'return'))
);
--> statement-breakpoint
CREATE TABLE "revenue"."statements" (
	"account_id" text NOT NULL,
	"month" text NOT NULL,
	"opening_minor" bigint NOT NULL,
	"debit_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"closing_minor" bigint NOT NULL,
	"due_on" date NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_by_name" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statements_account_id_month_pk" PRIMARY KEY("account_id","month"),
	CONSTRAINT "statements_sum" CHECK (opening_minor + debit_minor - credit_minor = closing_minor)
);
--> statement-breakpoint
CREATE TABLE "revenue"."vendor_returns" (
	"scheme_id" text NOT NULL,
	"month" text NOT NULL,
	"revision" integer NOT NULL,
	"sales_minor" bigint NOT NULL,
	"vat_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"file_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vendor_returns_scheme_id_month_revision_pk" PRIMARY KEY("scheme_id","month","revision"),
	CONSTRAINT "vendor_returns_amounts" CHECK (sales_minor >= 0 and vat_minor >= 0)
);
--> statement-breakpoint
CREATE INDEX "account_days_day" ON "revenue"."account_days" USING btree ("booked_on");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_number" ON "revenue"."accounts" USING btree ("number");--> statement-breakpoint
CREATE INDEX "accounts_partner" ON "revenue"."accounts" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "payment_matches_account" ON "revenue"."payment_matches" USING btree ("account_id","matched_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_matches_receipt" ON "revenue"."payment_matches" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "payments_by_time" ON "revenue"."payments" USING btree ("entered_at" DESC NULLS FIRST,"payment_id");--> statement-breakpoint
CREATE INDEX "payments_file" ON "revenue"."payments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "postings_account" ON "revenue"."postings" USING btree ("account_id","booked_on","posting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_content" ON "revenue"."files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "vendor_returns_month" ON "revenue"."vendor_returns" USING btree ("month");--> statement-breakpoint
-- What was released before there were accounts is posted by the first round of the job.
INSERT INTO "revenue"."noted_dues" ("id", "count", "consignment_ids", "days")
SELECT gen_random_uuid(), count(*), array_agg(consignment_id), array_agg(received_on)
FROM (
	SELECT consignment_id, received_on, (row_number() OVER (ORDER BY received_on, consignment_id) - 1) / 1000 AS portion
	FROM "clearance"."clearances" WHERE status = 'released'
) AS released
GROUP BY portion;
