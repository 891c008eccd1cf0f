-- The last link is always read through the primary key: a plan made while the table was empty would
-- scan and sort the whole trail for every entry.
alter function jalon.chain_audit() set enable_seqscan = off;
alter function jalon.chain_audit() set enable_sort = off;
