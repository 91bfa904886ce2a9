@article:read_user @article:primary_and_sort_keys
Feature: Reading a user by email
  As someone who looks after users
  I want to see one user by their email alone,
  so that an answer never takes longer, however many users there are.

  The article's sections: read_user; and Basics of Primary and Sort Keys, the reason for reading by email.

  Rule: A user is found by email, with everything that is kept

    @smoke
    Example: Sam looks Ada up
      Given the user ada@example.com with:
        | city | London |
      When Sam reads the user ada@example.com
      Then the user ada@example.com is shown with:
        | city | London |
      And nothing was changed

    Example: Sam doesn't mind the capital letters
      Given the user ada@example.com
      When Sam reads the user Ada@Example.com
      Then the user ada@example.com is shown

    Example: Sam looks up one of two who differ in a letter
      Given the user ann@example.com with:
        | city | York |
      And the user anna@example.com with:
        | city | Bath |
      When Sam reads the user anna@example.com
      Then the user anna@example.com is shown with:
        | city | Bath |

  Rule: Looking up an unknown email says so

    Example: Sam looks for somebody unknown
      When Sam reads the user nobody@example.com
      Then this is refused because there is no such user

    Example: Sam looks for Ada after she was deleted
      Given the user ada@example.com
      And the user ada@example.com was deleted
      When Sam reads the user ada@example.com
      Then this is refused because there is no such user

    Example: Sam looks for Ada by a part of her email
      Given the user ada@example.com
      When Sam reads the user ad@example.com
      Then this is refused because there is no such user

  Rule: Finding a user costs the same, however many there are

    Users are found by email, and only the one who is asked for is read. That is the article's reason for finding users by email. One read is
    up to 4 KB.

    @needs-costs
    Example: Sam looks up one of many
      Given the user ada@example.com
      And 20 users with 5 KB of notes each
      When Sam reads the user ada@example.com
      Then this cost 1 read

    @needs-costs
    Example: A larger user costs more
      Given the user ada@example.com with 9 KB of notes
      When Sam reads the user ada@example.com
      Then this cost 3 reads

    @needs-costs
    Example: Kim lists everybody, and everybody is read
      Given 20 users with 5 KB of notes each
      When Kim lists all users in one go
      Then this cost at least 25 reads

  Rule: Users are found by their email, and by nothing else

    Example: Sam looks for everybody in Tulsa
      Given the user richard@example.com with:
        | city | Tulsa |
      When Sam reads the users whose city is "Tulsa"
      Then this is refused because users can't be found by their city
