CREATE TABLE "risk"."profile_facts" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"version" integer NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	"regime" text,
	"channel" text,
	"transport_mode" text,
	"office_id" text,
	"partner_id" text,
	"dispatch_country" text,
	"sender_country" text,
	"recipient_country" text,
	"transaction_type" text,
	"collection_model" text,
	"scheme_id" text,
	"marketplace" text,
	"seller_name" text,
	"commodity_codes" text[] NOT NULL,
	"origin_countries" text[] NOT NULL,
	"currencies" text[] NOT NULL,
	"descriptions" text[] NOT NULL,
	"item_count" bigint,
	"pieces" bigint,
	"net_mass_g" bigint,
	"gross_mass_g" bigint,
	"intrinsic_value_minor" bigint,
	"customs_value_minor" bigint,
	"duty_minor" bigint,
	"vat_minor" bigint,
	"value_per_kg_minor" bigint,
	"minutes_to_arrival" bigint,
	"quality_score" bigint,
	"warning_codes" text[] NOT NULL,
	"indicator_codes" text[] NOT NULL,
	"score" bigint,
	"release_category" bigint,
	"denied_matches" bigint,
	"sender_known_days" bigint,
	"sender_consignments_7d" bigint,
	"sender_consignments_30d" bigint,
	"sender_value_minor_7d" bigint,
	"sender_value_minor_30d" bigint,
	"sender_gifts_30d" bigint,
	"sender_examined_365d" bigint,
	"sender_findings_365d" bigint,
	"recipient_known_days" bigint,
	"recipient_consignments_7d" bigint,
	"recipient_consignments_30d" bigint,
	"recipient_value_minor_7d" bigint,
	"recipient_value_minor_30d" bigint,
	"recipient_gifts_30d" bigint,
	"recipient_examined_365d" bigint,
	"recipient_findings_365d" bigint,
	"address_known_days" bigint,
	"address_consignments_7d" bigint,
	"address_consignments_30d" bigint,
	"address_value_minor_7d" bigint,
	"address_value_minor_30d" bigint,
	"address_gifts_30d" bigint,
	"scheme_senders_30d" bigint,
	"scheme_consignments_30d" bigint,
	CONSTRAINT "profile_facts_consignment_id_received_on_version_pk" PRIMARY KEY("consignment_id","received_on","version")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "risk"."profile_hits" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"consignment_version" integer NOT NULL,
	"profile_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"mode" text NOT NULL,
	"hit_at" timestamp with time zone NOT NULL,
	"met" jsonb NOT NULL,
	CONSTRAINT "profile_hits_pk" PRIMARY KEY("consignment_id","received_on","consignment_version","profile_id","version")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "risk"."profile_standings" (
	"profile_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"shadow_until" date,
	"expires_on" date,
	"changed_by" uuid NOT NULL,
	"changed_by_name" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"reason" text,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profile_standings_profile_id_version_pk" PRIMARY KEY("profile_id","version"),
	CONSTRAINT "profile_standings_expire" CHECK (state <> 'active' or expires_on is not null)
);
--> statement-breakpoint
CREATE TABLE "risk"."profile_versions" (
	"profile_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"authors" uuid[] NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profile_versions_profile_id_version_pk" PRIMARY KEY("profile_id","version")
);
--> statement-breakpoint
CREATE TABLE "risk"."profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"draft" jsonb,
	"draft_authors" uuid[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "intake"."quarantined_records" ADD COLUMN "is_act" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "profile_hits_profile" ON "risk"."profile_hits" USING btree ("profile_id","version","received_on");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_standings_active" ON "risk"."profile_standings" USING btree ("profile_id") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "profiles_number" ON "risk"."profiles" USING btree ("number");