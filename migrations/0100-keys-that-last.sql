-- A key is known until the last paper it may still sign has expired: 纸证天数 may have been raised since it was made.
update pass_key k set until_at = p.last from (select max(valid_until) + interval '1 day' as last from pass where state = 'valid') p where k.signs_until > request_now() and k.until_at < p.last;
