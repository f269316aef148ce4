DROP TABLE sturing.overlegverzending;
