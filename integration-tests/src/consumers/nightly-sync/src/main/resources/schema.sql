create table audience (
  audience varchar primary key
);
create table membership (
  audience varchar not null references audience,
  user_id varchar not null,
  reference varchar,
  email varchar,
  primary key (audience, user_id)
);
