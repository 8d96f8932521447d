CREATE TABLE "clearance"."proposal_looks" (
	"consignment_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"looked_by" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_looks_consignment_id_decision_id_looked_by_pk" PRIMARY KEY("consignment_id","decision_id","looked_by")
);
--> statement-breakpoint
CREATE TABLE "clearance"."second_looks" (
	"consignment_id" uuid NOT NULL,
	"look_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"office_id" text NOT NULL,
	"kind" text NOT NULL,
	"first_choice" text NOT NULL,
	"first_reason" text NOT NULL,
	"first_by" uuid NOT NULL,
	"version" integer NOT NULL,
	"probability" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	"taken_until" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer" text,
	"reason" text,
	"note" text,
	CONSTRAINT "second_looks_consignment_id_look_id_pk" PRIMARY KEY("consignment_id","look_id"),
	CONSTRAINT "second_looks_other_person" CHECK (taken_by is null or taken_by <> first_by),
	CONSTRAINT "second_looks_taken_whole" CHECK ((taken_by is null) = (taken_at is null) and (taken_by is null) = (taken_until is null)),
	CONSTRAINT "second_looks_answered_whole" CHECK ((answered_at is null) = (answer is null) and (answered_at is null or taken_by is not null)),
	CONSTRAINT "second_looks_reasoned" CHECK (answer is null or (answer = 'no_view' and note is not null) or reason is not null),
	CONSTRAINT "second_looks_kind" CHECK (kind in ('by_data', 'after_examination')),
	CONSTRAINT "second_looks_choice" CHECK (first_choice in ('release', 'release_with_correction', 'examine', 'detain', 'refuse')),
	CONSTRAINT "second_looks_answer" CHECK (answer is null or answer in ('release', 'release_with_correction', 'examine', 'detain', 'refuse', 'hold', 'refer', 'seize', 'no_view'))
);
--> statement-breakpoint
CREATE TABLE "clearance"."viewers" (
	"consignment_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"office_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "viewers_consignment_id_connection_id_pk" PRIMARY KEY("consignment_id","connection_id")
);
--> statement-breakpoint
CREATE INDEX "second_looks_waiting" ON "clearance"."second_looks" USING btree ("office_id","drawn_at","look_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "second_looks_taken" ON "clearance"."second_looks" USING btree ("taken_by") WHERE taken_by is not null and answered_at is null;--> statement-breakpoint
CREATE INDEX "second_looks_answered" ON "clearance"."second_looks" USING btree ("office_id","answered_at") WHERE answered_at is not null;--> statement-breakpoint
CREATE INDEX "viewers_seen" ON "clearance"."viewers" USING btree ("seen_at");