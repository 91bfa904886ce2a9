Feature: Answers with counts
  As a developer of a client
  I want each period to be there, with its name and its number,
  so that I draw a line without filling in anything.

  Rule: The answer has each period that the range touches, in the order of time

    Scenario Outline: A range <that>
      When GET /events/clicked/counts?<query> is sent
      Then the answer is 200
      And /count of the answer is <count>
      And /items/0/period of the answer is "<first>"

      Examples: Of hours
        | that                         | query                                                | count | first         |
        | of a day                     | from=2026-11-22&to=2026-11-23                        | 24    | 2026-11-22T00 |
        | of a day, by hour            | from=2026-11-22&to=2026-11-23&by=hour                | 24    | 2026-11-22T00 |
        | of two hours                 | from=2026-11-22T10&to=2026-11-22T12                  | 2     | 2026-11-22T10 |
        | of a nanosecond              | from=2026-11-22T10:59:59.999999999Z&to=2026-11-22T11 | 1     | 2026-11-22T10 |
        | of two nanoseconds           | from=2026-11-22T10:59:59.999999999Z&to=2026-11-22T11:00:00.000000001Z | 2 | 2026-11-22T10 |
        | with an offset               | from=2026-11-22T00:30:00%2B02:00&to=2026-11-22T00:30:00Z | 3 | 2026-11-21T22 |
        | in lower case                | from=2026-11-22t10:00:00z&to=2026-11-22t11           | 1     | 2026-11-22T10 |
        | over a leap day              | from=2028-02-28T23&to=2028-03-01T01                  | 26    | 2028-02-28T23 |
        | before 1970                  | from=1969-07-20T20:17:40Z&to=1969-07-20T21           | 1     | 1969-07-20T20 |
        | of 744 hours                 | from=2026-11-01&to=2026-12-02                        | 744   | 2026-11-01T00 |

      Examples: Of days
        | that                         | query                                                | count | first      |
        | of a day, by day             | from=2026-11-22&to=2026-11-23&by=day                 | 1     | 2026-11-22 |
        | within a day                 | from=2026-11-22T10&to=2026-11-22T11&by=day           | 1     | 2026-11-22 |
        | that touches two days        | from=2026-11-22T23&to=2026-11-23T01&by=day           | 2     | 2026-11-22 |
        | over a leap year's February  | from=2028-02-01&to=2028-03-01&by=day                 | 29    | 2028-02-01 |
        | of 731 days                  | from=2026-01-01&to=2028-01-02&by=day                 | 731   | 2026-01-01 |
        | of the last day of all       | from=9999-12-31&to=9999-12-31T23:59:59Z&by=day       | 1     | 9999-12-31 |

    Scenario Outline: A range that ends where it begins, by <period>
      When GET /events/clicked/counts?from=2026-11-22T10:30:00Z&to=2026-11-22T12:30:00%2B02:00&by=<period> is sent
      Then the answer is 200
      And /items of the answer is []
      And /count of the answer is 0

      Examples: Both
        | period |
        | hour   |
        | day    |

  Rule: A count is a whole number, without events 0

    Example: An hour with events and one without
      Given "clicked" happened at 10:00, 10:59:59.999999999
      And "clicked" has been counted 2 times
      When GET /events/clicked/counts?from=⟨day⟩T10&to=⟨day⟩T12 is sent
      Then the answer is 200
      And /items of the answer is [{"period": "⟨day⟩T10", "count": 2}, {"period": "⟨day⟩T11", "count": 0}]
      And /count of the answer is 2

  Rule: Names are counted apart, however their URL is written

    Scenario Outline: An event name with <what>
      Given POST /events was sent with the body {"event": "clicked-<rest>", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      And "clicked-<rest>" has been counted once
      When GET /events/clicked-<in the URL>/counts?from=⟨day⟩&to=⟨next day⟩&by=day is sent
      Then the answer is 200
      And /items/0/count of the answer is 1

      Examples: Encoded
        | what                | rest | in the URL |
        | a blank             | a b  | a%20b      |
        | an umlaut           | ä    | %C3%A4     |

      @unsure-on-aws
      Examples: Encoded, characters that URLs reserve
        | what                | rest   | in the URL |
        | a slash             | a/b    | a%2Fb      |
        | a hash and a number | a#3    | a%233      |

    Example: The longest name
      Given POST /events was sent with the body {"event": "clicked⟨filled to 2048⟩", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      And GET /events/clicked⟨filled to 2048⟩/counts?from=⟨day⟩&to=⟨next day⟩&by=day has counted 1 in the end
      When GET /events/clicked⟨filled to 2048⟩/counts?from=⟨day⟩T10&to=⟨day⟩T11 is sent
      Then the answer is 200
      And /items/0/count of the answer is 1

    Example: A slash at the end of the path changes nothing
      When GET /events/clicked/counts/?from=2026-11-22&to=2026-11-23&by=day is sent
      Then the answer is 200
