CREATE TABLE "risk"."sender_counts" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"day" date NOT NULL,
	"senders_1d" integer NOT NULL,
	"senders_7d" integer NOT NULL,
	"senders_30d" integer NOT NULL,
	CONSTRAINT "sender_counts_kind_key_day_pk" PRIMARY KEY("kind","key","day")
);
