CREATE TABLE `bench_split` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dataset_version_id` text NOT NULL,
	`counts_sha256` text NOT NULL,
	`place` integer NOT NULL,
	`sizes_only` integer DEFAULT false NOT NULL,
	`codes` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`dataset_version_id`) REFERENCES `dataset_version`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bench_split_place` ON `bench_split` (`dataset_version_id`,`counts_sha256`,`place`);