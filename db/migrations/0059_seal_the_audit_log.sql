CREATE TABLE "audit"."leaves" (
	"audit_id" uuid PRIMARY KEY NOT NULL,
	"received_on" date NOT NULL,
	"seal" bigint NOT NULL,
	"place" integer NOT NULL,
	"leaf" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."seals" (
	"number" bigint PRIMARY KEY NOT NULL,
	"entries" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"previous" "bytea" NOT NULL,
	"head" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."unsealed" (
	"audit_id" uuid PRIMARY KEY NOT NULL,
	"received_on" date NOT NULL
);
--> statement-breakpoint
CREATE INDEX "leaves_by_seal" ON "audit"."leaves" USING btree ("seal","place");--> statement-breakpoint
-- What was written before waits for its seal as well.
INSERT INTO "audit"."unsealed" ("audit_id", "received_on") SELECT "id", "received_on" FROM "audit"."log" ON CONFLICT DO NOTHING;
