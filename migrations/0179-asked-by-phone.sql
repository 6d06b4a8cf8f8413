-- 手机申请复工: by what an owner's phone asks what came of it (a blind index; the token itself is kept on that phone alone).
alter table business_step add column receipt_index text unique;
