ALTER TABLE `workspace` ADD `release_profile` text DEFAULT 'nchs' NOT NULL;--> statement-breakpoint
ALTER TABLE `workspace` ADD `release_threshold` integer;--> statement-breakpoint
ALTER TABLE `workspace` ADD `release_reason` text;