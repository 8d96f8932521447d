CREATE SCHEMA "cooperation";
--> statement-breakpoint
CREATE TABLE "cooperation"."counterparts" (
	"counterpart_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"public_pem" text NOT NULL,
	"fingerprint" text NOT NULL,
	"legal_basis" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"state" text NOT NULL,
	"match_secret" text,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"ended_by" uuid,
	"ended_by_name" text,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "exchange_counterparts_state" CHECK (state in ('proposed', 'approved', 'refused', 'ended')),
	CONSTRAINT "exchange_counterparts_period" CHECK (valid_to > valid_from),
	CONSTRAINT "exchange_counterparts_other_person" CHECK (decided_by is null or decided_by <> proposed_by),
	CONSTRAINT "exchange_counterparts_ended_whole" CHECK ((state = 'ended') = (ended_at is not null))
);
--> statement-breakpoint
CREATE TABLE "cooperation"."identities" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"public_pem" text NOT NULL,
	"private_pem" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cooperation"."items" (
	"exchange_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"handling" text NOT NULL,
	"caveats" text[] NOT NULL,
	"expires_on" date NOT NULL,
	"state" text NOT NULL,
	"subject_id" text,
	"subject_version" integer,
	"taken_by_name" text,
	"taken_at" timestamp with time zone,
	CONSTRAINT "items_exchange_id_number_pk" PRIMARY KEY("exchange_id","number"),
	CONSTRAINT "exchange_items_state" CHECK (state in ('open', 'taken', 'left'))
);
--> statement-breakpoint
CREATE TABLE "cooperation"."match_hits" (
	"exchange_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"office_id" text NOT NULL,
	"reference" text NOT NULL,
	CONSTRAINT "match_hits_exchange_id_number_consignment_id_pk" PRIMARY KEY("exchange_id","number","consignment_id")
);
--> statement-breakpoint
CREATE TABLE "cooperation"."matches" (
	"exchange_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"next_on" date NOT NULL,
	"office_ids" text[] NOT NULL,
	"looked" bigint DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "exchange_matches_state" CHECK (state in ('waiting', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "cooperation"."packages" (
	"exchange_id" uuid PRIMARY KEY NOT NULL,
	"package_id" uuid NOT NULL,
	"counterpart_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"handling" text NOT NULL,
	"caveats" text[] NOT NULL,
	"expires_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"content_sha256" text NOT NULL,
	"file" "bytea",
	"file_sha256" text,
	"asked" jsonb,
	"answers_to" uuid,
	"made_by" uuid NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"fetched_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_by_name" text,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "exchange_packages_kind" CHECK (kind in ('intelligence', 'match_request', 'match_answer')),
	CONSTRAINT "exchange_packages_state" CHECK (state in ('prepared', 'approved', 'sent', 'checked', 'taken_over', 'refused', 'withdrawn')),
	CONSTRAINT "exchange_packages_direction" CHECK (direction in ('sent', 'received')),
	CONSTRAINT "exchange_packages_handling" CHECK (handling in ('red', 'amber_strict', 'amber', 'green', 'clear')),
	CONSTRAINT "exchange_packages_other_person" CHECK (direction = 'received' or decided_by is null or decided_by <> made_by),
	CONSTRAINT "exchange_packages_signed" CHECK ((file is null) = (file_sha256 is null))
);
--> statement-breakpoint
ALTER TABLE "risk"."profiles" ADD COLUMN "ends_on" date;--> statement-breakpoint
ALTER TABLE "risk"."profile_lists" ADD COLUMN "ends_on" date;--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_counterparts_code" ON "cooperation"."counterparts" USING btree ("code") WHERE state in ('proposed', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_counterparts_key" ON "cooperation"."counterparts" USING btree ("fingerprint") WHERE state in ('proposed', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_identities_current" ON "cooperation"."identities" USING btree ((retired_at is null)) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "exchange_items_subject" ON "cooperation"."items" USING btree ("subject_id") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "exchange_matches_waiting" ON "cooperation"."matches" USING btree ("started_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_packages_id" ON "cooperation"."packages" USING btree ("counterpart_id","direction","package_id");--> statement-breakpoint
CREATE INDEX "exchange_packages_latest" ON "cooperation"."packages" USING btree ("made_at");