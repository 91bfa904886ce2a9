@needs-faults
Feature: Answers when something is broken
  As a developer of a client
  I want each fault answered with a status of its own and a problem,
  so that my client knows whether to wait, to ask again, or to report it.

  Rule: Beyond the rate limit the answer is 429, with the time to wait

    Scenario Outline: 429 of <operation>
      Given the user ada@example.com
      And nobody is let in for now
      When <request>
      Then the answer is the problem 429
      And the answer's Retry-After is "1"
      And nothing was changed

      Examples: Operations
        | operation        | request                                                                                                       |
        | createUser       | POST /users is sent with the body {"email": "bob@example.com"}                                                |
        | listUsers        | GET /users is sent                                                                                            |
        | readUser         | GET /users/ada@example.com is sent                                                                            |
        | updateUser       | PATCH /users/ada@example.com is sent with the body {"city": "Paris"}                                          |
        | deleteUser       | DELETE /users/ada@example.com is sent                                                                         |
        | recordEvent      | POST /events is sent with the body {"event": "clicked button", "expires_at": ⟨in a day⟩}                      |
        | recordEvents     | POST /event-batches is sent with the body {"events": [{"event": "clicked button", "expires_at": ⟨in a day⟩}]} |
        | queryEvents      | GET /events/clicked%20button is sent                                                                          |
        | listEventsOnDate | GET /events?date=⟨day⟩ is sent                                                                                |
        | checkHealth      | GET /health is sent                                                                                           |

  Rule: What nobody foresaw is answered 500, and says nothing of the inside

    Scenario Outline: 500 of <operation>
      Given the user ada@example.com
      And the data lets nobody in
      When <request>
      Then the answer is the problem 500
      And nothing was changed

      Examples: Operations that call DynamoDB
        | operation        | request                                                                                                       |
        | createUser       | POST /users is sent with the body {"email": "bob@example.com"}                                                |
        | listUsers        | GET /users is sent                                                                                            |
        | readUser         | GET /users/ada@example.com is sent                                                                            |
        | updateUser       | PATCH /users/ada@example.com is sent with the body {"city": "Paris"}                                          |
        | deleteUser       | DELETE /users/ada@example.com is sent                                                                         |
        | recordEvent      | POST /events is sent with the body {"event": "clicked button", "expires_at": ⟨in a day⟩}                      |
        | recordEvents     | POST /event-batches is sent with the body {"events": [{"event": "clicked button", "expires_at": ⟨in a day⟩}]} |
        | queryEvents      | GET /events/clicked%20button is sent                                                                          |
        | listEventsOnDate | GET /events?date=⟨day⟩ is sent                                                                                |

  Rule: A function that breaks down is answered 502

    Scenario Outline: 502 of <operation>
      Given the user ada@example.com
      And the function dies
      When <request>
      Then the answer is the problem 502
      And nothing was changed

      Examples: Operations
        | operation        | request                                                                                                       |
        | createUser       | POST /users is sent with the body {"email": "bob@example.com"}                                                |
        | listUsers        | GET /users is sent                                                                                            |
        | readUser         | GET /users/ada@example.com is sent                                                                            |
        | updateUser       | PATCH /users/ada@example.com is sent with the body {"city": "Paris"}                                          |
        | deleteUser       | DELETE /users/ada@example.com is sent                                                                         |
        | recordEvent      | POST /events is sent with the body {"event": "clicked button", "expires_at": ⟨in a day⟩}                      |
        | recordEvents     | POST /event-batches is sent with the body {"events": [{"event": "clicked button", "expires_at": ⟨in a day⟩}]} |
        | queryEvents      | GET /events/clicked%20button is sent                                                                          |
        | listEventsOnDate | GET /events?date=⟨day⟩ is sent                                                                                |
        | checkHealth      | GET /health is sent                                                                                           |

  Rule: What a moment can mend is answered 503, with the time to wait

    Scenario Outline: 503 of <operation>
      Given the user ada@example.com
      And the data is too busy
      When <request>
      Then the answer is the problem 503
      And the answer's Retry-After is "1"
      And nothing was changed

      Examples: Operations that call DynamoDB
        | operation        | request                                                                                                       |
        | createUser       | POST /users is sent with the body {"email": "bob@example.com"}                                                |
        | listUsers        | GET /users is sent                                                                                            |
        | readUser         | GET /users/ada@example.com is sent                                                                            |
        | updateUser       | PATCH /users/ada@example.com is sent with the body {"city": "Paris"}                                          |
        | deleteUser       | DELETE /users/ada@example.com is sent                                                                         |
        | recordEvent      | POST /events is sent with the body {"event": "clicked button", "expires_at": ⟨in a day⟩}                      |
        | recordEvents     | POST /event-batches is sent with the body {"events": [{"event": "clicked button", "expires_at": ⟨in a day⟩}]} |
        | queryEvents      | GET /events/clicked%20button is sent                                                                          |
        | listEventsOnDate | GET /events?date=⟨day⟩ is sent                                                                                |

    Example: 503 of a token that can't be checked
      Given the user ada@example.com
      And sign-ins can't be checked
      When GET /users/ada@example.com is sent
      Then the answer is the problem 503
      And the answer's Retry-After is "1"

  Rule: A function that doesn't answer in time is answered 504

    Scenario Outline: 504 of <operation>
      Given the user ada@example.com
      And the function takes too long
      When <request>
      Then the answer is the problem 504
      And nothing was changed

      Examples: Operations
        | operation        | request                                                                                                       |
        | createUser       | POST /users is sent with the body {"email": "bob@example.com"}                                                |
        | listUsers        | GET /users is sent                                                                                            |
        | readUser         | GET /users/ada@example.com is sent                                                                            |
        | updateUser       | PATCH /users/ada@example.com is sent with the body {"city": "Paris"}                                          |
        | deleteUser       | DELETE /users/ada@example.com is sent                                                                         |
        | recordEvent      | POST /events is sent with the body {"event": "clicked button", "expires_at": ⟨in a day⟩}                      |
        | recordEvents     | POST /event-batches is sent with the body {"events": [{"event": "clicked button", "expires_at": ⟨in a day⟩}]} |
        | queryEvents      | GET /events/clicked%20button is sent                                                                          |
        | listEventsOnDate | GET /events?date=⟨day⟩ is sent                                                                                |
        | checkHealth      | GET /health is sent                                                                                           |
