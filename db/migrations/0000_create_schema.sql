CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "clearance";
--> statement-breakpoint
CREATE SCHEMA "consignment";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "intake";
--> statement-breakpoint
CREATE SCHEMA "policy";
--> statement-breakpoint
CREATE SCHEMA "risk";
--> statement-breakpoint
CREATE SCHEMA "statistics";
--> statement-breakpoint
CREATE TABLE "audit"."log" (
	"id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"office_id" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text,
	CONSTRAINT "log_id_received_on_pk" PRIMARY KEY("id","received_on")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "clearance"."clearances" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"office_id" text NOT NULL,
	"partner_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"row_version" integer NOT NULL,
	"lane_assigned" text NOT NULL,
	"lane_effective" text NOT NULL,
	"selection_reason" text NOT NULL,
	"release_category" smallint NOT NULL,
	"score" smallint NOT NULL,
	"top_indicators" text[] NOT NULL,
	"act_by_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"headline" text NOT NULL,
	"item_count" integer NOT NULL,
	"value_minor" bigint NOT NULL,
	"charges_minor" bigint NOT NULL,
	"dispatch_country" text,
	"claimed_by" uuid,
	"claimed_by_name" text,
	"claimed_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"claim_number" integer DEFAULT 0 NOT NULL,
	"is_returned" boolean DEFAULT false NOT NULL,
	"is_updated" boolean DEFAULT false NOT NULL,
	"open_holds" integer DEFAULT 0 NOT NULL,
	"open_referrals" integer DEFAULT 0 NOT NULL,
	"examination_outcome" text DEFAULT 'none' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"released_at" timestamp with time zone,
	"transmitted_at" timestamp with time zone,
	CONSTRAINT "clearances_consignment_id_received_on_pk" PRIMARY KEY("consignment_id","received_on"),
	CONSTRAINT "clearances_claim_whole" CHECK ((claimed_by is null) = (lease_until is null)),
	CONSTRAINT "clearances_counts" CHECK (open_holds >= 0 and open_referrals >= 0),
	CONSTRAINT "clearances_released_free" CHECK (status <> 'released' or (open_holds = 0 and released_at is not null))
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "clearance"."decisions" (
	"consignment_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"ground" text NOT NULL,
	"note" text,
	"version" integer NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"second_by" uuid,
	"second_by_name" text,
	"second_at" timestamp with time zone,
	"second_note" text,
	CONSTRAINT "decisions_consignment_id_decision_id_pk" PRIMARY KEY("consignment_id","decision_id"),
	CONSTRAINT "decisions_four_eyes" CHECK (second_by is null or second_by <> decided_by),
	CONSTRAINT "decisions_seizure_seconded" CHECK (kind <> 'seize' or state <> 'final' or second_by is not null)
);
--> statement-breakpoint
CREATE TABLE "clearance"."events" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "events_consignment_id_received_on_event_id_pk" PRIMARY KEY("consignment_id","received_on","event_id")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "clearance"."examinations" (
	"consignment_id" uuid NOT NULL,
	"examination_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"instruction" text,
	"ordered_by" uuid NOT NULL,
	"ordered_by_name" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"result_code" text,
	"finding" text,
	"corrections" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"extra_charges_minor" bigint,
	"recorded_by" uuid,
	"recorded_by_name" text,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "examinations_consignment_id_examination_id_pk" PRIMARY KEY("consignment_id","examination_id")
);
--> statement-breakpoint
CREATE TABLE "clearance"."holds" (
	"consignment_id" uuid NOT NULL,
	"hold_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"note" text,
	"placed_by" uuid NOT NULL,
	"placed_by_name" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_by_name" text,
	"lifted_at" timestamp with time zone,
	"lift_note" text,
	CONSTRAINT "holds_consignment_id_hold_id_pk" PRIMARY KEY("consignment_id","hold_id")
);
--> statement-breakpoint
CREATE TABLE "clearance"."referrals" (
	"consignment_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"type" text NOT NULL,
	"question" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_by_name" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "referrals_consignment_id_referral_id_pk" PRIMARY KEY("consignment_id","referral_id")
);
--> statement-breakpoint
CREATE TABLE "consignment"."consignments" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"partner_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"version" integer NOT NULL,
	"content_hash" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"regime" text NOT NULL,
	"channel" text NOT NULL,
	"transport_mode" text,
	"s10_id" text,
	"house_ref" text,
	"master_ref" text,
	"lrn" text,
	"mrn" text,
	"office_id" text NOT NULL,
	"expected_arrival_at" timestamp with time zone NOT NULL,
	"dispatch_country" text,
	"transaction_type" text NOT NULL,
	"marketplace" text,
	"seller_name" text,
	"scheme_id" text,
	"collection_model" text NOT NULL,
	"gross_mass_kg" text,
	"gross_mass_g" bigint,
	"transport_cost" text,
	"transport_currency" text,
	"sender_country" text NOT NULL,
	"recipient_country" text NOT NULL,
	"sender_key" text NOT NULL,
	"recipient_key" text NOT NULL,
	"address_key" text NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "consignments_consignment_id_received_on_pk" PRIMARY KEY("consignment_id","received_on")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "consignment"."identities" (
	"consignment_id" uuid PRIMARY KEY NOT NULL,
	"received_on" date NOT NULL,
	"partner_id" uuid NOT NULL,
	"reference" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consignment"."items" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"item_number" integer NOT NULL,
	"description" text NOT NULL,
	"commodity_code" text,
	"origin_country" text,
	"quantity" text,
	"net_mass_kg" text,
	"net_mass_g" bigint,
	"value" text NOT NULL,
	"currency" text NOT NULL,
	"listing_url" text,
	"value_minor" bigint NOT NULL,
	"duty_minor" bigint NOT NULL,
	"vat_minor" bigint NOT NULL,
	"is_principal" integer NOT NULL,
	CONSTRAINT "items_consignment_id_received_on_item_number_pk" PRIMARY KEY("consignment_id","received_on","item_number")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "consignment"."parties" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"city" text,
	"postcode" text,
	"country" text NOT NULL,
	"identifier" text,
	"phone" text,
	"email" text,
	CONSTRAINT "parties_consignment_id_received_on_version_kind_pk" PRIMARY KEY("consignment_id","received_on","version","kind")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "consignment"."versions" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"version" integer NOT NULL,
	"submission_id" uuid NOT NULL,
	"record_number" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"content_hash" text NOT NULL,
	"sent" jsonb NOT NULL,
	CONSTRAINT "versions_consignment_id_received_on_version_pk" PRIMARY KEY("consignment_id","received_on","version")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "identity"."api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."login_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_key" text NOT NULL,
	"address_key" text NOT NULL,
	"attempted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."offices" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."partners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"default_office_id" text,
	"transit_days" integer,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partners_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "identity"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"office_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."user_offices" (
	"user_id" uuid NOT NULL,
	"office_id" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	CONSTRAINT "user_offices_user_id_office_id_pk" PRIMARY KEY("user_id","office_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"partner_id" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_role_known" CHECK (role in ('officer', 'supervisor', 'risk_manager', 'analyst', 'partner', 'auditor', 'admin')),
	CONSTRAINT "users_partner_bound" CHECK ((role = 'partner') = (partner_id is not null))
);
--> statement-breakpoint
CREATE TABLE "intake"."idempotency_keys" (
	"partner_id" uuid NOT NULL,
	"key" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_partner_id_key_pk" PRIMARY KEY("partner_id","key")
);
--> statement-breakpoint
CREATE TABLE "intake"."quarantined_records" (
	"submission_id" uuid NOT NULL,
	"record_number" integer NOT NULL,
	"partner_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reference" text,
	"rows" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"quarantined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quarantined_records_submission_id_record_number_pk" PRIMARY KEY("submission_id","record_number")
);
--> statement-breakpoint
CREATE TABLE "intake"."raw_chunks" (
	"submission_id" uuid NOT NULL,
	"chunk_number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "raw_chunks_submission_id_chunk_number_pk" PRIMARY KEY("submission_id","chunk_number")
);
--> statement-breakpoint
CREATE TABLE "intake"."staged_rows" (
	"submission_id" uuid NOT NULL,
	"record_number" integer NOT NULL,
	"line" integer NOT NULL,
	"reference" text,
	"raw" text NOT NULL,
	"content" text NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "staged_rows_submission_id_record_number_line_pk" PRIMARY KEY("submission_id","record_number","line")
);
--> statement-breakpoint
CREATE TABLE "intake"."submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"format" text NOT NULL,
	"content_type" text NOT NULL,
	"file_name" text,
	"status" text NOT NULL,
	"size_bytes" bigint DEFAULT 0 NOT NULL,
	"sha256" text,
	"header" text,
	"notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"received_by" uuid NOT NULL,
	"staged_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"records_received" integer DEFAULT 0 NOT NULL,
	"records_accepted" integer DEFAULT 0 NOT NULL,
	"records_quarantined" integer DEFAULT 0 NOT NULL,
	"records_unchanged" integer DEFAULT 0 NOT NULL,
	"records_updated" integer DEFAULT 0 NOT NULL,
	"processed_record" integer DEFAULT 0 NOT NULL,
	"last_record" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"leased_by" text,
	"lease_until" timestamp with time zone,
	CONSTRAINT "submissions_conserved" CHECK (status <> 'finished' or records_received = records_accepted + records_quarantined + records_unchanged + records_updated)
);
--> statement-breakpoint
CREATE TABLE "policy"."parameters" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"value" jsonb NOT NULL,
	"source" text NOT NULL,
	"edition" text NOT NULL,
	CONSTRAINT "parameters_kind_key_valid_from_pk" PRIMARY KEY("kind","key","valid_from")
);
--> statement-breakpoint
CREATE TABLE "risk"."assessments" (
	"consignment_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"version" integer NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	"policy_version" text NOT NULL,
	"engine_version" text NOT NULL,
	"score" smallint NOT NULL,
	"lane" text NOT NULL,
	"selection_reason" text NOT NULL,
	"random_probability" text NOT NULL,
	"release_category" smallint NOT NULL,
	"indicators" jsonb NOT NULL,
	"currency" text NOT NULL,
	"intrinsic_value_minor" bigint NOT NULL,
	"customs_value_minor" bigint NOT NULL,
	"duty_minor" bigint NOT NULL,
	"vat_minor" bigint NOT NULL,
	"charge_lines" jsonb NOT NULL,
	CONSTRAINT "assessments_consignment_id_received_on_version_pk" PRIMARY KEY("consignment_id","received_on","version")
) PARTITION BY RANGE ("received_on");
--> statement-breakpoint
CREATE TABLE "risk"."denied_parties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"entry_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"tokens" text[] NOT NULL,
	"country" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk"."party_days" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"day" date NOT NULL,
	"consignments" integer NOT NULL,
	"value_minor" bigint NOT NULL,
	"gifts" integer NOT NULL,
	"examined" integer NOT NULL,
	"findings" integer NOT NULL,
	CONSTRAINT "party_days_kind_key_day_pk" PRIMARY KEY("kind","key","day")
);
--> statement-breakpoint
CREATE TABLE "risk"."value_bands" (
	"level" text NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"low_minor" bigint NOT NULL,
	"median_minor" bigint NOT NULL,
	"high_minor" bigint NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "value_bands_level_key_pk" PRIMARY KEY("level","key")
);
--> statement-breakpoint
CREATE TABLE "statistics"."cells" (
	"cube" text NOT NULL,
	"day" date NOT NULL,
	"office_id" text NOT NULL,
	"channel" text NOT NULL,
	"lane" text NOT NULL,
	"selection_reason" text NOT NULL,
	"release_category" text NOT NULL,
	"outcome" text NOT NULL,
	"examination" text NOT NULL,
	"release_bucket" smallint NOT NULL,
	"chapter" text NOT NULL,
	"heading" text NOT NULL,
	"origin" text NOT NULL,
	"dispatch" text NOT NULL,
	"marketplace" text NOT NULL,
	"collection_model" text NOT NULL,
	"transaction_type" text NOT NULL,
	"value_band" text NOT NULL,
	"consignments" integer NOT NULL,
	"items" integer NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"value_minor" bigint NOT NULL,
	"net_mass_g" bigint NOT NULL,
	"duty_minor" bigint NOT NULL,
	"vat_minor" bigint NOT NULL,
	"released" integer NOT NULL,
	"release_seconds" bigint NOT NULL,
	"extra_charges_minor" bigint NOT NULL,
	CONSTRAINT "cells_cube_day_office_id_channel_lane_selection_reason_release_category_outcome_examination_release_bucket_chapter_heading_origin_dispatch_marketplace_collection_model_transaction_type_value_band_pk" PRIMARY KEY("cube","day","office_id","channel","lane","selection_reason","release_category","outcome","examination","release_bucket","chapter","heading","origin","dispatch","marketplace","collection_model","transaction_type","value_band")
);
--> statement-breakpoint
CREATE TABLE "statistics"."contributions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"office_id" text NOT NULL,
	"channel" text NOT NULL,
	"lane" text NOT NULL,
	"selection_reason" text NOT NULL,
	"release_category" text NOT NULL,
	"outcome" text NOT NULL,
	"examination" text NOT NULL,
	"release_bucket" smallint NOT NULL,
	"chapter" text NOT NULL,
	"heading" text NOT NULL,
	"origin" text NOT NULL,
	"dispatch" text NOT NULL,
	"marketplace" text NOT NULL,
	"collection_model" text NOT NULL,
	"transaction_type" text NOT NULL,
	"value_band" text NOT NULL,
	"consignments" integer NOT NULL,
	"items" integer NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"value_minor" bigint NOT NULL,
	"net_mass_g" bigint NOT NULL,
	"duty_minor" bigint NOT NULL,
	"vat_minor" bigint NOT NULL,
	"released" integer NOT NULL,
	"release_seconds" bigint NOT NULL,
	"extra_charges_minor" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."api_keys" ADD CONSTRAINT "api_keys_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."partners" ADD CONSTRAINT "partners_default_office_id_offices_id_fk" FOREIGN KEY ("default_office_id") REFERENCES "identity"."offices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."user_offices" ADD CONSTRAINT "user_offices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."user_offices" ADD CONSTRAINT "user_offices_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "identity"."offices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."users" ADD CONSTRAINT "users_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."submissions" ADD CONSTRAINT "submissions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "identity"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit"."log" USING btree ("at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit"."log" USING btree ("subject_type","subject_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit"."log" USING btree ("actor_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "clearances_open" ON "clearance"."clearances" USING btree ("office_id","act_by_at","consignment_id") WHERE status in ('selected', 'examination', 'awaiting_second');--> statement-breakpoint
CREATE INDEX "clearances_free" ON "clearance"."clearances" USING btree ("office_id","act_by_at","consignment_id") WHERE status = 'selected' and claimed_by is null and open_referrals = 0;--> statement-breakpoint
CREATE INDEX "clearances_mine" ON "clearance"."clearances" USING btree ("claimed_by") WHERE claimed_by is not null;--> statement-breakpoint
CREATE INDEX "clearances_leases" ON "clearance"."clearances" USING btree ("lease_until") WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX "clearances_decided" ON "clearance"."clearances" USING btree ("office_id","decided_at" DESC NULLS FIRST,"consignment_id") WHERE decided_by is not null;--> statement-breakpoint
CREATE INDEX "clearances_reference" ON "clearance"."clearances" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "referrals_open" ON "clearance"."referrals" USING btree ("partner_id","due_at") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "consignments_sender" ON "consignment"."consignments" USING btree ("sender_key","received_on");--> statement-breakpoint
CREATE INDEX "consignments_recipient" ON "consignment"."consignments" USING btree ("recipient_key","received_on");--> statement-breakpoint
CREATE INDEX "consignments_address" ON "consignment"."consignments" USING btree ("address_key","received_on");--> statement-breakpoint
CREATE INDEX "consignments_s10" ON "consignment"."consignments" USING btree ("s10_id") WHERE s10_id is not null;--> statement-breakpoint
CREATE INDEX "consignments_submission" ON "consignment"."consignments" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "identities_reference" ON "consignment"."identities" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "login_attempts_account" ON "identity"."login_attempts" USING btree ("account_key","attempted_at");--> statement-breakpoint
CREATE INDEX "login_attempts_address" ON "identity"."login_attempts" USING btree ("address_key","attempted_at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "identity"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "identity"."users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "quarantined_by_line" ON "intake"."quarantined_records" USING btree ("submission_id","line");--> statement-breakpoint
CREATE INDEX "submissions_by_partner" ON "intake"."submissions" USING btree ("partner_id","received_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "submissions_by_time" ON "intake"."submissions" USING btree ("received_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "submissions_open" ON "intake"."submissions" USING btree ("received_at") WHERE status in ('stored', 'staging', 'processing');--> statement-breakpoint
CREATE INDEX "parameters_valid" ON "policy"."parameters" USING btree ("valid_from","valid_to");--> statement-breakpoint
CREATE INDEX "denied_parties_tokens" ON "risk"."denied_parties" USING gin ("tokens");--> statement-breakpoint
CREATE INDEX "party_days_scheme" ON "risk"."party_days" USING btree (split_part("key", '|', 1),"day") WHERE kind = 'scheme_sender';--> statement-breakpoint
CREATE INDEX "contributions_day" ON "statistics"."contributions" USING btree ("day");