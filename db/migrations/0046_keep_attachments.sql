CREATE TABLE "consignment"."attachment_chunks" (
	"sha256" text NOT NULL,
	"chunk_number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "attachment_chunks_sha256_chunk_number_pk" PRIMARY KEY("sha256","chunk_number")
);
--> statement-breakpoint
CREATE TABLE "consignment"."attachments" (
	"consignment_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"width_px" integer,
	"height_px" integer,
	"file_name" text,
	"caption" text,
	"is_personal" boolean NOT NULL,
	"sent_from" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_by_name" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"referral_id" uuid,
	CONSTRAINT "attachments_consignment_id_attachment_id_pk" PRIMARY KEY("consignment_id","attachment_id"),
	CONSTRAINT "attachments_kind" CHECK (kind in ('scan_image', 'product_picture', 'listing_text', 'invoice', 'payment_proof', 'other_document')),
	CONSTRAINT "attachments_media_type" CHECK (media_type in ('image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain')),
	CONSTRAINT "attachments_size" CHECK (size_bytes > 0)
);
