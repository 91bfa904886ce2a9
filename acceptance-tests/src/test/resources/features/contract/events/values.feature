Feature: Values of events come back as they went in
  As a developer of a client
  I want any JSON value kept as it is,
  so that I need not define fields ahead of time nor work around the store.

  Rule: An event's details may be any JSON value

    Scenario Outline: An event with <what>
      Given POST /events was sent with the body {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩, "value": <value>}
      When GET /events/clicked is sent
      Then the answer is 200
      And /items/0/value of the answer is <value>

      Examples: Some of each
        | what        | value                                  |
        | 38 digits   | 12345678901234567890123456789012345678 |
        | null        | null                                   |
        | an object   | {"a": [1, {"b": null}], "c": {}}       |
        | a NUL       | "a\u0000b"                             |
