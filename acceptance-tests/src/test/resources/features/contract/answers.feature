Feature: What every answer says
  As a developer of a client
  I want the same headers and members on every answer,
  so that one piece of code handles them all.

  Rule: An answer to a write says where the user is and which version it has

    @smoke @needs-own-host
    Example: Location and ETag of a created user
      When POST /users is sent with the body {"email": "ada+news@example.com"}
      Then the answer is 201
      And the answer's Location leads to the user ada+news@example.com
      And the answer's ETag is a strong entity tag

    Example: A user has the same ETag when read and when written
      Given the user ada@example.com
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And the answer's ETag is the one of the user ada@example.com

    Example: Each update gives another ETag
      Given the user ada@example.com
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is 200
      And the answer's ETag is not the one that the user ada@example.com had

    Example: A deletion has nothing to say
      Given the user ada@example.com
      When DELETE /users/ada@example.com is sent
      Then the answer is 204
      And the answer is empty

  Rule: No answer is kept by a cache or taken for something else

    Scenario Outline: The headers of <an answer>
      Given the user ada@example.com
      When <request> is sent
      Then the answer is <status>
      And the answer's Cache-Control is "no-store"
      And the answer's X-Content-Type-Options is "nosniff"
      And the answer's x-amzn-RequestId is given

      Examples: From functions
        | an answer        | request                                    | status |
        | a user           | GET /users/ada@example.com                 | 200    |
        | an unknown user  | GET /users/nobody@example.com              | 404    |
        | a page           | GET /users?limit=1                         | 200    |
        | a refused page   | GET /users?limit=0                         | 400    |
        | a deletion       | DELETE /users/ada@example.com              | 204    |
        | the health       | GET /health                                | 200    |

  Rule: HEAD is answered as GET, without a body

    @unsure-on-aws
    Example: A monitor asks for the health with HEAD
      Given there is no token
      When HEAD /health is sent
      Then the answer is 200
      And the answer's Content-Type is "application/json"
      And the answer is empty

    Example: HEAD of anything else is unknown
      Given the user ada@example.com
      When HEAD /users/ada@example.com is sent
      Then the answer is the problem 404

  Rule: Times of a user are written as the article writes them

    Example: created_at and human_date are the same instant
      When POST /users is sent with the body {"email": "ada@example.com"}
      Then the answer is 201
      And /created_at of the answer is the same second as /human_date
