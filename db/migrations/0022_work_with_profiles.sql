CREATE TABLE "risk"."profile_back_test_days" (
	"back_test_id" uuid NOT NULL,
	"day" date NOT NULL,
	"looked" bigint NOT NULL,
	"hits" bigint NOT NULL,
	"examined" bigint NOT NULL,
	"findings" bigint NOT NULL,
	"charges_minor" bigint NOT NULL,
	"all_findings" bigint NOT NULL,
	CONSTRAINT "profile_back_test_days_back_test_id_day_pk" PRIMARY KEY("back_test_id","day")
);
--> statement-breakpoint
CREATE TABLE "risk"."profile_back_tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"office_ids" text[] NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"next_on" date NOT NULL,
	"lists" text[] NOT NULL,
	"problem" text,
	"asked_by" uuid NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profile_back_tests_state" CHECK (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
	CONSTRAINT "profile_back_tests_ended" CHECK ((ended_at is null) = (state in ('waiting', 'running')))
);
--> statement-breakpoint
CREATE TABLE "risk"."profile_list_editions" (
	"list_key" text NOT NULL,
	"edition" integer NOT NULL,
	"entries" text[] NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "profile_list_editions_list_key_edition_pk" PRIMARY KEY("list_key","edition"),
	CONSTRAINT "profile_list_editions_state" CHECK (state in ('proposed', 'in_force', 'refused', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "risk"."profile_lists" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edition" integer NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profile_lists_kind" CHECK (kind in ('country', 'hs', 'scheme', 'office', 'partner', 'currency', 'text'))
);
--> statement-breakpoint
CREATE TABLE "risk"."profile_mutes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" uuid NOT NULL,
	"party" text NOT NULL,
	"party_key" text NOT NULL,
	"seen_at_consignment" uuid NOT NULL,
	"reference" text NOT NULL,
	"office_id" text NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"muted_by" uuid NOT NULL,
	"muted_by_name" text NOT NULL,
	"muted_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_by_name" text,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profile_mutes_party" CHECK (party in ('sender', 'recipient')),
	CONSTRAINT "profile_mutes_lifted_whole" CHECK ((lifted_by is null) = (lifted_at is null))
);
--> statement-breakpoint
CREATE TABLE "risk"."profile_slots" (
	"profile_id" uuid NOT NULL,
	"office_id" text NOT NULL,
	"day" date NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "profile_slots_profile_id_office_id_day_pk" PRIMARY KEY("profile_id","office_id","day"),
	CONSTRAINT "profile_slots_used" CHECK (used >= 0)
);
--> statement-breakpoint
ALTER TABLE "risk"."profile_hits" ADD COLUMN "kept_back" text;--> statement-breakpoint
ALTER TABLE "risk"."profile_hits" ADD COLUMN "has_slot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "profile_back_tests_waiting" ON "risk"."profile_back_tests" USING btree ("asked_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "profile_back_tests_profile" ON "risk"."profile_back_tests" USING btree ("profile_id","version","asked_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "profile_mutes_in_force" ON "risk"."profile_mutes" USING btree ("until") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "profile_mutes_profile" ON "risk"."profile_mutes" USING btree ("profile_id","muted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "profile_hits_latest" ON "risk"."profile_hits" USING btree ("profile_id","version","hit_at" DESC NULLS FIRST,"consignment_id");--> statement-breakpoint
ALTER TABLE "risk"."profile_hits" ADD CONSTRAINT "profile_hits_mode" CHECK (mode in ('shadow', 'active'));--> statement-breakpoint
ALTER TABLE "risk"."profile_hits" ADD CONSTRAINT "profile_hits_kept_back" CHECK (kept_back in ('muted', 'no_slot') and not has_slot or kept_back is null);--> statement-breakpoint
ALTER TABLE "risk"."profile_standings" ADD CONSTRAINT "profile_standings_state" CHECK (state in ('proposed', 'shadow', 'active', 'suspended', 'refused', 'retired', 'superseded'));