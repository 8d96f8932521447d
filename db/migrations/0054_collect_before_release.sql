CREATE TABLE "revenue"."refund_verdicts" (
	"refund_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"note" text,
	"decided_by" uuid NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refund_verdicts_verdict" CHECK (verdict in ('confirm', 'reject'))
);
--> statement-breakpoint
CREATE TABLE "revenue"."refunds" (
	"refund_id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"payee" text NOT NULL,
	"iban" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refunds_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "revenue"."demands" (
	"consignment_id" uuid PRIMARY KEY NOT NULL,
	"received_on" date NOT NULL,
	"number" text NOT NULL,
	"account_id" text NOT NULL,
	"waits_for" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"ground" text NOT NULL,
	"demanded_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "demands_waits_for" CHECK (waits_for in ('payment', 'guarantee')),
	CONSTRAINT "demands_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "revenue"."reservations" (
	"consignment_id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"amount_minor" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consignment"."consignments" ADD COLUMN "charge_facts" jsonb;--> statement-breakpoint
ALTER TABLE "revenue"."payment_matches" ADD COLUMN "pays_for" uuid;--> statement-breakpoint
CREATE INDEX "refunds_account" ON "revenue"."refunds" USING btree ("account_id","asked_at");--> statement-breakpoint
CREATE INDEX "demands_waiting" ON "revenue"."demands" USING btree ("account_id","demanded_at","consignment_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "demands_number" ON "revenue"."demands" USING btree ("number");--> statement-breakpoint
CREATE INDEX "reservations_account" ON "revenue"."reservations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "payment_matches_pays_for" ON "revenue"."payment_matches" USING btree ("pays_for") WHERE pays_for is not null;