-- 花名册按期删除: the uploaded sheet holds complete numbers and is needed only until it is imported and corrected. Null while it is there.
alter table import_batch add column file_removed_at timestamptz;
create index import_batch_file on import_batch (created_at) where file_removed_at is null;
