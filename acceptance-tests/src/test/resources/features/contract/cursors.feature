Feature: Cursors
  As a developer of a client
  I want a cursor refused unless it belongs to my query,
  so that a mistake never shows as a page of the wrong things.

  Rule: A cursor goes on where its page ended

    Example: The same cursor twice gives the same page
      Given 3 users
      And the cursor of GET /users?limit=1
      And GET /users?limit=1&cursor=⟨cursor⟩ was sent
      When GET /users?limit=1&cursor=⟨cursor⟩ is sent
      Then the answer is 200
      And /count of the answer is 1

  Rule: A cursor that was tampered with is refused

    Scenario Outline: A cursor of users <how>
      Given 3 users
      And the cursor of GET /users?limit=1
      When GET /users?cursor=<cursor> is sent
      Then the answer is the problem 400
      And the problem names "cursor"

      Examples: Changed or made up
        | how                   | cursor                 |
        | without its end       | ⟨cursor without end⟩   |
        | with a letter changed | ⟨cursor changed⟩       |
        | that is a JSON object | eyJlbWFpbCI6eyJTIjoiYSJ9fQ |
