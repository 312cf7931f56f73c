-- Tries are counted for minutes and may be lost in a crash; without a log they cost no wait for the disk.
ALTER TABLE "rate_limit" SET UNLOGGED;
