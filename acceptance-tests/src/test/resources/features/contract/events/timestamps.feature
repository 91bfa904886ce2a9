Feature: Timestamps
  As a developer of a client
  I want to send times as RFC 3339 allows, and get them back in UTC,
  so that clocks in all places of the world agree.

  Rule: A timestamp is kept in UTC, to the nanosecond

    Scenario Outline: A timestamp with <what>
      When POST /events is sent with the body {"event": "clicked", "timestamp": "<timestamp>", "expires_at": ⟨in a day⟩}
      Then the answer is 201
      And /timestamp of the answer is "<kept>"
      And /date of the answer is "<date>"

      Examples: Offsets
        | what                         | timestamp                   | kept                 | date       |
        | a positive offset            | 2026-11-22T10:15:30+02:00   | 2026-11-22T08:15:30Z | 2026-11-22 |
        | a negative offset            | 2026-11-22T10:15:30-05:30   | 2026-11-22T15:45:30Z | 2026-11-22 |
        | an offset into another day   | 2026-11-22T00:30:00+01:00   | 2026-11-21T23:30:00Z | 2026-11-21 |
        | an offset into another year  | 2026-12-31T23:30:00-01:00   | 2027-01-01T00:30:00Z | 2027-01-01 |
        | the largest offset           | 2026-11-22T10:00:00+23:59   | 2026-11-21T10:01:00Z | 2026-11-21 |
        | an unknown local offset      | 2026-11-22T10:15:30-00:00   | 2026-11-22T10:15:30Z | 2026-11-22 |

      Examples: Fractions
        | what                    | timestamp                      | kept                           | date       |
        | no fraction             | 2026-11-22T10:15:30Z           | 2026-11-22T10:15:30Z           | 2026-11-22 |
        | one digit               | 2026-11-22T10:15:30.1Z         | 2026-11-22T10:15:30.100Z       | 2026-11-22 |
        | milliseconds            | 2026-11-22T10:15:30.123Z       | 2026-11-22T10:15:30.123Z       | 2026-11-22 |
        | microseconds            | 2026-11-22T10:15:30.123456Z    | 2026-11-22T10:15:30.123456Z    | 2026-11-22 |
        | nanoseconds             | 2026-11-22T10:15:30.123456789Z | 2026-11-22T10:15:30.123456789Z | 2026-11-22 |
        | zeros only              | 2026-11-22T10:15:30.000000000Z | 2026-11-22T10:15:30Z           | 2026-11-22 |
        | zeros beyond nanoseconds | 2026-11-22T10:15:30.123456789000Z | 2026-11-22T10:15:30.123456789Z | 2026-11-22 |

      Examples: Lower case, and days that exist seldom
        | what              | timestamp            | kept                 | date       |
        | a lower-case z    | 2026-11-22T10:15:30z | 2026-11-22T10:15:30Z | 2026-11-22 |
        | a lower-case t    | 2026-11-22t10:15:30Z | 2026-11-22T10:15:30Z | 2026-11-22 |
        | a leap day        | 2028-02-29T10:15:30Z | 2028-02-29T10:15:30Z | 2028-02-29 |
        | the epoch         | 1970-01-01T00:00:00Z | 1970-01-01T00:00:00Z | 1970-01-01 |
        | a time before it  | 1969-07-20T20:17:40Z | 1969-07-20T20:17:40Z | 1969-07-20 |

  Rule: The same instant is the same event, however it is written

    Example: An offset and fractions of zeros
      Given POST /events was sent with the body {"event": "clicked", "timestamp": "2026-11-22T10:00:00Z", "id": "c-1", "expires_at": ⟨in a day⟩}
      When POST /events is sent with the body {"event": "clicked", "timestamp": "2026-11-22T12:00:00.000+02:00", "id": "c-1", "expires_at": ⟨in a day⟩}
      Then the answer is 200
      And "clicked" is kept once

  Rule: Bounds are exact to the nanosecond

    Scenario Outline: <bound>
      Given POST /events was sent with the body {"event": "clicked", "timestamp": "2026-11-22T10:00:00.000000001Z", "id": "~", "expires_at": ⟨in a day⟩}
      When GET /events/clicked?<bound> is sent
      Then the answer is 200
      And /count of the answer is <count>

      Examples: At the instant
        | bound                                 | count |
        | from=2026-11-22T10:00:00.000000001Z   | 1     |
        | after=2026-11-22T10:00:00.000000001Z  | 0     |
        | to=2026-11-22T10:00:00.000000001Z     | 1     |
        | before=2026-11-22T10:00:00.000000001Z | 0     |

      Examples: A nanosecond beside it
        | bound                                 | count |
        | from=2026-11-22T10:00:00.000000002Z   | 0     |
        | after=2026-11-22T10:00:00.000000000Z  | 1     |
        | to=2026-11-22T10:00:00.000000000Z     | 0     |
        | before=2026-11-22T10:00:00.000000002Z | 1     |

      Examples: With an offset or in lower case
        | bound                                         | count |
        | from=2026-11-22T12:00:00.000000001%2B02:00    | 1     |
        | after=2026-11-22T12:00:00.000000001%2B02:00   | 0     |
        | before=2026-11-22t10:00:00.000000002z         | 1     |

  Rule: The time to live is kept as given

    Example: expires_at in epoch seconds
      When POST /events is sent with the body {"event": "clicked", "timestamp": "2026-11-22T10:00:00Z", "expires_at": ⟨in a day⟩}
      Then the answer is 201
      And /expires_at of the answer is ⟨in a day⟩
