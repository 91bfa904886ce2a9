@needs-faults
Feature: Answers when something is broken
  As a developer of a client
  I want each fault answered with a status of its own and a problem,
  so that my client knows whether to wait, to ask again, or to report it.

  Rule: Beyond the rate limit the answer is 429, with the time to wait

    Example: 429 of every operation
      Given the user ada@example.com
      And nobody is let in for now
      When every operation is asked for
      Then every answer is the problem 429, also where no token is needed
      And every answer's Retry-After is "1"
      And nothing was changed

  Rule: An unforeseen fault is answered 500, without a word about the inside

    Example: 500 of every operation that calls DynamoDB
      Given the user ada@example.com
      And the data lets nobody in
      When every operation is asked for
      Then every answer is the problem 500
      And nothing was changed

  Rule: A function that breaks down is answered 502

    Example: 502 of every operation
      Given the user ada@example.com
      And the function dies
      When every operation is asked for
      Then every answer is the problem 502, also where no token is needed
      And nothing was changed

  Rule: A fault that soon passes is answered 503, with the time to wait

    Example: 503 of every operation that calls DynamoDB
      Given the user ada@example.com
      And the data is too busy
      When every operation is asked for
      Then every answer is the problem 503
      And every answer's Retry-After is "1"
      And nothing was changed

    Example: 503 of a token that can't be checked
      Given the user ada@example.com
      And sign-ins can't be checked
      When GET /users/ada@example.com is sent
      Then the answer is the problem 503
      And the answer's Retry-After is "1"

  Rule: A function that doesn't answer in time is answered 504

    Example: 504 of every operation
      Given the user ada@example.com
      And the function takes too long
      When every operation is asked for
      Then every answer is the problem 504, also where no token is needed
      And nothing was changed
