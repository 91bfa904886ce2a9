Feature: Idempotency-Key
  As a developer of a client
  I want to repeat a write that I got no answer to,
  so that it is carried out once, whatever was lost on the way.

  Rule: A repetition is answered as the first time

    Example: A creation again
      Given POST /users was sent with the key k-1 and the body {"email": "ada@example.com", "n": 1.0}
      And the request has the header Idempotency-Key: k-1
      When POST /users is sent with the body {"n": 1, "email": "ADA@example.com"}
      Then the answer is 201
      And the answer's ETag is the one of the user ada@example.com
      And nothing was changed

    @needs-own-host
    Example: A creation again says where the user is
      Given POST /users was sent with the key k-1 and the body {"email": "ada@example.com"}
      And the request has the header Idempotency-Key: k-1
      When POST /users is sent with the body {"email": "ada@example.com"}
      Then the answer is 201
      And the answer's Location leads to the user ada@example.com

    Example: An update of a version again
      Given the user ada@example.com
      And the request has the header If-Match: ⟨etag⟩
      And PATCH /users/ada@example.com was sent with the key k-1 and the body {"city": "Tulsa"}
      And the request has the header Idempotency-Key: k-1
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is 200

    Example: An update with an object again
      Given the user ada@example.com
      And PATCH /users/ada@example.com was sent with the key k-1 and the body {"a": {"b": 1}}
      And the request has the header Idempotency-Key: k-1
      When PATCH /users/ada@example.com is sent with the body {"a": {"b": 1}}
      Then the answer is 200
      And nothing was changed

    Example: An update of somebody who is not there
      Given the request has the header Idempotency-Key: k-1
      When PATCH /users/nobody@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is the problem 404
      And nothing was changed

  Rule: Another request with the key is refused

    Scenario Outline: The key was that of <another request>
      Given POST /users was sent with the key k-1 and the body {"email": "ada@example.com", "city": "London"}
      And the request has the header Idempotency-Key: k-1
      When <request> is sent with the body <body>
      Then the answer is the problem 422
      And the problem says what to do
      And nothing was changed

      Examples: Requests to the same user
        | another request    | request                      | body                                           |
        | another creation   | POST /users                  | {"email": "ada@example.com", "city": "Paris"}  |
        | a smaller creation | POST /users                  | {"email": "ada@example.com"}                   |
        | the creation, for an update | PATCH /users/ada@example.com | {"city": "London"}                    |

  @bad-input
  Rule: A key is 1 to 255 visible ASCII characters

    Scenario Outline: A key of <characters>
      Given the request has the header Idempotency-Key: <key>
      When POST /users is sent with the body {"email": "ada@example.com"}
      Then the answer is 201

      Examples: Good keys
        | characters      | key                                    |
        | a UUID          | 8e03978e-40d5-43dd-bc93-6894a57f9324   |
        | a quoted UUID   | "8e03978e-40d5-43dd-bc93-6894a57f9324" |
        | one character   | !                                      |
        | 255 characters  | ⟨~×255⟩                                |

    Scenario Outline: A creation with a key of <characters>
      Given the request has the header Idempotency-Key: <key>
      When POST /users is sent with the body {"email": "ada@example.com"}
      Then the answer is the problem 400
      And the problem names "Idempotency-Key"
      And nothing was stored

      Examples: Bad keys
        | characters         | key     |
        | nothing            |         |
        | two words          | k 1     |
        | 256 characters     | ⟨k×256⟩ |

    Example: An update with a key of two words
      Given the user ada@example.com
      And the request has the header Idempotency-Key: k 1
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is the problem 400
      And the problem names "Idempotency-Key"
      And nothing was changed

  Rule: What the service remembers is never shown, and can't be set

    Scenario Outline: A patch of <attribute>
      Given the user ada@example.com
      When PATCH /users/ada@example.com is sent with the body {"<attribute>": null}
      Then the answer is the problem 400
      And the problem names "/<attribute>"
      And nothing was changed

      Examples: Hidden attributes
        | attribute  |
        | _writes_0  |
        | _writes_1  |
        | _writes_2  |
        | _writes_3  |
        | _write_key |

    Scenario Outline: The user shows no <attribute>
      Given POST /users was sent with the key k-1 and the body {"email": "ada@example.com"}
      When GET /users/ada@example.com is sent
      Then /<attribute> of the answer is not given

      Examples: Also hidden
        | attribute  |
        | _writes_0  |
        | _writes_1  |
        | _writes_2  |
        | _writes_3  |
        | _write_key |
